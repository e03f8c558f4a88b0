import TamgaRegistry
import TamgaTemplates
import Testing

@Suite struct RegistryBookTests {
    private let anna = try! PersonID("anna")
    private let boris = try! PersonID("boris")
    private let number = Identifier.iin(try! IIN("871201300015"))
    private let passport = try! Identifier("document:UZB:AA1234567")
    private let names = try! Identifier("names:ANNA/A/1987-12-01")
    private let border = Author(agency: .nationalSecurity, station: "border-1", officer: "o-7")

    /// A book in which each fact has the next number.
    private struct Written {
        var book = RegistryBook()
        private var next: UInt64 = 1

        @discardableResult
        mutating func add(_ fact: Fact, of person: PersonID?, by author: Author) -> FactTag {
            let (id, tag) = (FactID(number: next, ordinal: 0), FactTag(next))
            book.add(FactEntry(tag: tag, at: Int64(next) * 1_000, by: author, fact), id, of: person)
            next += 1
            return tag
        }
    }

    private func removal(until: String?) throws -> Fact {
        let from = try CalendarDate("2026-01-01")
        let ban = try EntryBan(from: from, until: until.map { try CalendarDate($0) })
        return .removed(Removal(kind: .expulsion, ground: "art. 517", date: from, ban: ban))
    }

    @Test func whatIsLinkedIsHeldUntilItIsUnlinked() {
        var written = Written()
        for identifier in [number, passport, names] {
            written.add(.linked(IdentifierChange(identifier: identifier, reason: nil)), of: anna, by: border)
        }
        #expect(written.book.identifiers(of: anna) == [passport, number, names])
        #expect(written.book.holder(of: number) == anna)
        #expect(written.book.holder(of: names) == nil)
        written.add(.unlinked(IdentifierChange(identifier: number, reason: "a slip")), of: anna, by: border)
        #expect(written.book.holder(of: number) == nil)
        #expect(written.book.identifiers(of: anna) == [passport, names])
    }

    @Test func aBanHoldsOnItsFirstAndLastDay() throws {
        var written = Written()
        let id = written.add(try removal(until: "2031-01-01"), of: anna, by: border)
        let ban = try #require(written.book.bans(of: anna).first)
        #expect((ban.tag, ban.owner) == (id, .nationalSecurity))
        for (day, holds) in [
            ("2025-12-31", false), ("2026-01-01", true), ("2031-01-01", true), ("2031-01-02", false),
        ] {
            #expect(ban.term.holds(on: try CalendarDate(day)) == holds, "\(day)")
        }
        written.add(.banLifted(BanLifting(removal: id, reason: "court")), of: anna, by: border)
        #expect(written.book.bans(of: anna) == [] && written.book.bannedPersons == [])
    }

    @Test func aBanWithoutAnEndHolds() throws {
        let ban = try EntryBan(from: try CalendarDate("2026-01-01"), until: nil)
        #expect(ban.holds(on: try CalendarDate("2999-12-31")))
        #expect(throws: FieldError.self) {
            try EntryBan(from: try CalendarDate("2026-01-02"), until: try CalendarDate("2026-01-01"))
        }
        #expect(throws: FieldError.self) {
            try EntryBan(from: try CalendarDate("2026-01-01"), until: try CalendarDate("2127-01-01"))
        }
    }

    @Test func alertsGoToTheirOwnerAndAreSeenOnce() throws {
        var written = Written()
        let removed = written.add(try removal(until: nil), of: anna, by: border)
        let alert = Alert(owner: .nationalSecurity, removal: removed, person: "boris", score: 12, claims: [])
        let id = written.add(.alert(alert), of: anna, by: Author(agency: .interior, station: "s"))
        #expect(written.book.alerts(of: .interior, after: nil) == [])
        #expect(written.book.alerts(of: .nationalSecurity, after: nil).map(\.tag) == [id])
        let place = try #require(written.book.alerts(of: .nationalSecurity, after: nil).first?.id)
        #expect(written.book.alerts(of: .nationalSecurity, after: place) == [])
        #expect(written.book.alert(place)?.isSeen == false)
        written.add(.alertSeen(Closing(of: id)), of: anna, by: border)
        #expect(written.book.alert(place)?.isSeen == true)
    }

    @Test func whatIsDueStaysUntilItIsClosed() {
        var written = Written()
        let recapture = Recapture(
            claims: [number], fingers: [MissingFinger(position: FingerCode(.rightIndex), reason: .bandaged)],
            place: nil)
        let first = written.add(.recaptureDue(recapture), of: nil, by: border)
        let second = written.add(.recaptureDue(recapture), of: anna, by: border)
        #expect(written.book.due.map(\.tag) == [first, second])
        written.add(.recaptured(Closing(of: first)), of: nil, by: border)
        #expect(written.book.due.map(\.person) == [anna])
    }

    @Test func answersAreKeptForTheirTime() throws {
        var written = Written()
        let key = try IdempotencyKey(agency: .interior, station: "s", "request-1")
        let answer = KeptAnswer(key: key, request: "00", until: 5_000, answer: "{}")
        written.add(.answered(answer), of: anna, by: border)
        #expect(written.book.answer(key, at: 4_999)?.answer == answer)
        #expect(written.book.answer(key, at: 5_000) == nil)
        let other = try IdempotencyKey(agency: .interior, station: "t", "request-1")
        #expect(written.book.answer(other, at: 0) == nil)
        written.book.forgetAnswers(before: 5_000)
        #expect(written.book.answer(key, at: 0) == nil)
    }

    @Test func aMergeMovesEverythingAndADeletionForgetsIt() throws {
        var written = Written()
        written.add(.linked(IdentifierChange(identifier: number, reason: nil)), of: anna, by: border)
        written.add(.linked(IdentifierChange(identifier: passport, reason: nil)), of: boris, by: border)
        let removed = written.add(try removal(until: nil), of: anna, by: border)
        let alert = Alert(owner: .interior, removal: removed, person: nil, score: 9, claims: [])
        let raised = FactID(number: written.add(.alert(alert), of: anna, by: border).bits, ordinal: 0)
        written.add(
            .recaptureDue(Recapture(claims: [], fingers: [], place: nil)), of: anna, by: border)
        let key = try IdempotencyKey(agency: .interior, station: "s", "request-1")
        written.add(
            .answered(KeptAnswer(key: key, request: "00", until: .max, answer: "{}")), of: anna, by: border)

        written.book.merge(anna, into: boris)
        #expect(written.book.holder(of: number) == boris)
        #expect(written.book.identifiers(of: boris) == [passport, number])
        #expect(written.book.identifiers(of: anna) == [])
        #expect(written.book.bannedPersons == [boris])
        #expect(written.book.alert(raised)?.person == boris)
        #expect(written.book.due.map(\.person) == [boris])

        written.book.remove(boris)
        #expect(written.book.holder(of: number) == nil && written.book.holder(of: passport) == nil)
        #expect(written.book.bannedPersons == [] && written.book.due.isEmpty && written.book.alert(raised) == nil)
        #expect(written.book.answer(key, at: 0) == nil)
    }
}
