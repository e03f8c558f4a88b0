import Foundation
import TamgaServer
import Testing

@Suite struct NamedLimitTests {
    private func values(_ limits: ServerLimits) -> [Int] { NamedLimit.all.map { $0.value(in: limits) } }

    @Test func eachIsSetByItsNameAndNoOther() throws {
        let usual = values(ServerLimits())
        for (index, limit) in NamedLimit.all.enumerated() {
            for value in [limit.allowed.lowerBound, limit.allowed.upperBound] {
                var limits = ServerLimits()
                try limits.set("\(limit.name)=\(value)")
                var expected = usual
                expected[index] = value
                #expect(values(limits) == expected, "\(limit.name)=\(value)")
            }
        }
    }

    @Test func eachIsHeldToItsRange() {
        for limit in NamedLimit.all {
            for value in ["\(limit.allowed.lowerBound - 1)", "\(limit.allowed.upperBound + 1)", "", "x", "1.5", " 1"] {
                var limits = ServerLimits()
                let error = #expect(throws: ServerError.self) { try limits.set("\(limit.name)=\(value)") }
                #expect(error?.code == .invalidLimits)
                #expect(
                    error?.message == "limit \(limit.name) is \"\(value)\", allowed: \(limit.allowed.lowerBound) to "
                        + "\(limit.allowed.upperBound) \(limit.unit.rawValue)")
                #expect(limits == ServerLimits())
            }
        }
    }

    @Test func whatIsNoLimitIsRefused() {
        var limits = ServerLimits()
        for text in ["", "connections", "speed=9", "=1", "Connections=1", "9223372036854775808=1"] {
            #expect(throws: ServerError.self, "\(text)") { try limits.set(text) }
        }
        #expect(limits == ServerLimits())
    }

    @Test func usualOnesAreInRangeAndNamesAreUnlike() {
        #expect(Set(NamedLimit.all.map(\.name)).count == NamedLimit.all.count)
        for limit in NamedLimit.all { #expect(limit.allowed.contains(limit.usual), "\(limit.name)") }
    }

    /// The table of docs/OPERATIONS.md is that of the code.
    @Test func theDocumentHasThemAll() throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let text = try String(contentsOf: root.appending(path: "docs/OPERATIONS.md"), encoding: .utf8)
        let rows = text.split(separator: "\n").drop { $0 != "| name | usual | allowed | unit | what it is |" }
        let expected = NamedLimit.all.map {
            "| `\($0.name)` | \($0.usual) | \($0.allowed.lowerBound) to \($0.allowed.upperBound) | \($0.unit.rawValue) "
                + "| \($0.meaning) |"
        }
        #expect(rows.dropFirst(2).prefix { $0.hasPrefix("|") }.map(String.init) == expected)
    }
}
