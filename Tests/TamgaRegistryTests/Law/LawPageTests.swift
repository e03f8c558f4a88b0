import TamgaRegistry
import Testing

/// docs/LAW.md says what the tables say: an amendment changes both, or this fails and prints the row to write.
@Suite struct LawPageTests {
    private let page: LawPage

    init() throws { page = try LawPage() }

    @Test func obligationsAreThoseOfTheTable() {
        let table = ObligationTable.kazakhstan
        check("Obligations", table.rows.map(LawPageCells.obligation))
        check("Where no row holds", [LawPageCells.obligation(table.otherwise)])
    }

    @Test func documentsAreThoseOfTheTable() {
        check("Documents", DocumentsNeeded.kazakhstan.rows.map(LawPageCells.document))
    }

    @Test func bodiesAreThoseOfTheTable() {
        check("Competence", Competence.kazakhstan.rows.map(LawPageCells.competence))
    }

    /// Columns: name, what it is.
    @Test func actsAndStandingsAreThoseOfTheCode() {
        check("Acts", Act.allCases.map { [$0.rawValue, $0.text.english] })
        check("Standing", Citation.Standing.allCases.map { [$0.rawValue, $0.text.english] })
    }

    @Test func refusalIsThatOfTheTable() {
        let refusals = Set(ObligationTable.kazakhstan.rows.compactMap(\.ifRefused))
        check(
            "Refusal",
            refusals.map { [LawPageCells.place($0.citation), $0.citation.standing.rawValue, $0.text.english] })
    }

    private func check(_ heading: String, _ expected: [[String]]) {
        let written = page.rows(heading)
        #expect(written.count == expected.count, "rows under \(heading)")
        for (row, wanted) in zip(written, expected) where row != wanted {
            Issue.record("under \(heading), write: | \(wanted.joined(separator: " | ")) |")
        }
    }
}
