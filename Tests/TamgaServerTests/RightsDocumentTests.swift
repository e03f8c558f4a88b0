import Foundation
import TamgaRegistry
import TamgaServer
import TamgaWire
import Testing

/// The section "Who may do what" of docs/PROTOCOL.md says what the code does.
@Suite struct RightsDocumentTests {
    private let section: Substring

    init() throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let text = try String(contentsOf: root.appending(path: "docs/PROTOCOL.md"), encoding: .utf8)
        let start = try #require(text.range(of: "\n### Who may do what\n"))
        let end = try #require(text.range(of: "\n### ", range: start.upperBound..<text.endIndex))
        section = text[start.upperBound..<end.lowerBound]
    }

    @Test func theTableIsThatOfTheCode() {
        let roles = Role.allCases
        let requests = MessageKind.allCases.filter { $0.direction == .requests }
        let rows = Right.allCases.map { right in
            let kinds = requests.filter { $0.requiredRight == right }.map(\.name).joined(separator: ", ")
            let held = roles.map { RightsTable.rights(of: $0).contains(right) ? "yes" : "-" }
            return [right.rawValue, kinds.isEmpty ? "-" : kinds] + held
        }
        #expect(table == [["right", "requests"] + roles.map(\.rawValue)] + rows)
    }

    @Test func theFormAndTheAgenciesAreThoseOfTheCode() throws {
        #expect(section.contains(StationIdentity.uriForm))
        let agencies = try #require(section.split(separator: "\n").first { $0.hasPrefix("- `AGENCY` is") })
        let named = agencies.split(separator: "`").map(String.init).filter { Agency(rawValue: $0) != nil }
        #expect(named == Agency.allCases.map(\.rawValue))
        let example = try #require(section.split(separator: "`").first { $0.hasPrefix("urn:tamga:station:foreign") })
        #expect(try StationIdentity(uri: String(example)).agency == .foreignAffairs)
    }

    @Test func theDenialIsWorded() throws {
        var machine = try SessionMachine.established(as: .known(Caller(roles: [.enrolment])))
        let actions = try machine.receive(event(.merge(Merge(person: "p", other: "q")), 2))
        guard case .error(let error) = actions.first?.answer else { throw Failure("\(actions)") }
        let words = section.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(error.message), "\(error.message)")
    }

    private var table: [[String]] {
        section.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") }.map { line in
            line.split(separator: "|").map { $0.filter { $0 != "`" }.trimmingCharacters(in: .whitespaces) }
        }
    }
}
