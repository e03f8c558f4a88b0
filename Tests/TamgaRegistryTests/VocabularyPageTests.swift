import Foundation
import TamgaRegistry
import Testing

/// The words that stations exchange are those of docs/PROTOCOL.md: its tables list every one, in order, and no other.
@Suite struct VocabularyPageTests {
    @Test func everyWordOfTheRegisterStandsOnThePage() throws {
        let page = try String(contentsOf: Self.root.appending(path: "docs/PROTOCOL.md"), encoding: .utf8)
        let vocabularies: [(String, [String])] = [
            ("Verdicts", Self.words(Verdict.self)), ("Doubts", Self.words(Doubt.self)),
            ("Next steps", Self.words(NextStep.self)), ("Reasons", Self.words(MissingReason.self)),
            ("Statuses", Self.words(LegalStatus.self)), ("Grounds", Self.words(RegistrationGround.self)),
            ("Agencies", Self.words(Agency.self)), ("Removals", Self.words(Removal.Kind.self)),
        ]
        for (heading, words) in vocabularies {
            #expect(Self.firstCells(under: heading, of: page) == words, "\(heading)")
        }
    }

    /// A word that the protocol cannot carry would be refused at the station's end.
    @Test func everyWordIsAToken() {
        let words = Self.words(Verdict.self) + Self.words(Doubt.self) + Self.words(NextStep.self)
            + Self.words(MissingReason.self) + Self.words(LegalStatus.self) + Self.words(RegistrationGround.self)
            + Self.words(Agency.self) + Self.words(Removal.Kind.self)
        for word in words {
            #expect((1...64).contains(word.utf8.count))
            #expect(word.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }, "\(word)")
        }
    }

    private static var root: URL {
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root
    }

    private static func words<Word: CaseIterable & RawRepresentable<String>>(_: Word.Type) -> [String] {
        Word.allCases.map(\.rawValue)
    }

    /// What stands in the first column under a heading, without the column's name.
    private static func firstCells(under heading: String, of page: String) -> [String] {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let section = lines.drop { $0 != "### \(heading)" }.dropFirst().prefix { !$0.hasPrefix("#") }
        let rows = section.filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") }.dropFirst()
        return rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    }
}
