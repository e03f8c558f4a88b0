import TamgaStore
import Testing

extension ConformanceTests {
    private static func content(_ seed: Int) -> EncounterContent {
        EncounterContent(takenAt: Int64(seed), records: Samples.records(seed))
    }

    @Test(arguments: StoreKind.all)
    func partsAreMadeInOrderAndSeeEachOther(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        let (one, two) = (try Samples.person(1), try Samples.person(2))
        let applied = try store.apply(
            .together([
                .enrol(one, Self.content(1)), .note([try Samples.fact(1), try Samples.fact(nil)]),
                .addEncounter(one, Self.content(2)), .enrol(two, Self.content(3)), .merge(two, into: one),
            ]))
        #expect(applied.parts.map(\.sequence) == [1, 2, 3, 4, 5])
        #expect(applied.sequence == 1 && applied.last == 5 && applied.receipt == nil)
        #expect(applied.parts.allSatisfy { $0.parts.isEmpty && $0.last == $0.sequence })
        #expect(try store.read(one)?.encounters.map(\.number) == [1, 3, 4])
        #expect(try store.facts(of: one).map(\.number) == [2])
        #expect(try store.counts() == StoreCounts(persons: 1, records: 6, facts: 2, sequence: 5))
        let gone = try store.apply(
            .together([.note([try Samples.fact(1)]), .delete(one, Samples.order), .enrol(one, Self.content(4))]))
        #expect(gone.parts.map(\.sequence) == [6, 7, 8])
        #expect(gone.receipt != nil && gone.receipt == gone.parts[1].receipt)
        #expect(try store.deletions(after: 0, limit: 9).map(\.sequence) == [7])
        #expect(try store.facts(of: one).isEmpty)
        let plain = try store.apply(.note([try Samples.fact(1)]))
        #expect(plain.parts.isEmpty && plain.last == 9)
    }

    /// Whatever the parts before did, nothing of it is left: no row, no number, no total.
    @Test(arguments: StoreKind.all)
    func theRefusalOfAPartIsThatOfTheWhole(_ kind: StoreKind) throws {
        let bed = try kind.bed()
        let store = try bed.open()
        for number in 1...3 { try store.enrolSample(number) }
        try store.noteSamples(1, 2, nil)
        let before = try WholeStore(store)
        let (one, two, new) = (try Samples.person(1), try Samples.person(2), try Samples.person(7))
        let made: [StoreChange] = [
            .enrol(new, Self.content(7)), .note([FactContent(person: new, bytes: [1]), try Samples.fact(1)]),
            .addEncounter(two, Self.content(8)), .update(one, encounter: 1, Samples.records(9)),
            .merge(two, into: one), .delete(try Samples.person(3), Samples.order),
        ]
        let refused: [(StoreChange, StoreError.Code)] = [
            (.enrol(new, Self.content(1)), .personExists), (.note([try Samples.fact(3)]), .personUnknown),
            (.update(one, encounter: 99, Samples.records(1)), .encounterUnknown), (.note([]), .invalid),
            (.merge(one, into: one), .invalid),
        ]
        for (part, expected) in refused {
            #expect(code { _ = try store.apply(.together(made + [part])) } == expected)
            #expect(try WholeStore(store) == before)
        }
        #expect(try store.apply(.together(made)).parts.map(\.sequence) == Array(5...10))
        #expect(try store.read(one)?.encounters.map(\.number) == [1, 2, 7])
        #expect(try store.counts() == StoreCounts(persons: 2, records: 8, facts: 5, sequence: 10))
        let whole = try WholeStore(store)
        store.close()
        #expect(try WholeStore(bed.open()) == whole)
    }

    @Test(arguments: StoreKind.all)
    func otherChangesOfTheTransactionStandBesideARefusedWhole(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        let persons = try (1...4).map(Samples.person)
        let outcomes = try store.apply([
            .enrol(persons[0], Self.content(1)),
            .together([.enrol(persons[1], Self.content(2)), .enrol(persons[0], Self.content(3))]),
            .enrol(persons[1], Self.content(4)),
            .together([.note([FactContent(person: persons[1], bytes: [1])]), .enrol(persons[2], Self.content(5))]),
            .together([.enrol(persons[3], Self.content(6)), .note([FactContent(person: nil, bytes: [])])]),
            .note([FactContent(person: persons[2], bytes: [2])]),
        ])
        let codes = outcomes.map { outcome in code { _ = try outcome.get() } }
        #expect(codes == [nil, .personExists, nil, nil, .invalid, nil])
        #expect(outcomes.map { (try? $0.get())?.last } == [1, nil, 2, 4, nil, 5])
        #expect(try store.all().map(\.enrolledAt) == [1, 4, 5])
        #expect(try store.allFacts().map(\.bytes) == [[1], [2]])
        #expect(try store.counts() == StoreCounts(persons: 3, records: 6, facts: 2, sequence: 5))
    }

    @Test(arguments: StoreKind.all)
    func partsAreOneToManyAndHaveNone(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        let note = StoreChange.note([FactContent(person: nil, bytes: [1])])
        let cases: [[StoreChange]] = [
            [], Array(repeating: note, count: StoreLimits.partsPerChange + 1), [.together([note])],
            [note, .together([])],
        ]
        for parts in cases { #expect(code { _ = try store.apply(.together(parts)) } == .invalid) }
        #expect(try store.counts() == StoreCounts(persons: 0, records: 0, sequence: 0))
        let most = try store.apply(.together(Array(repeating: note, count: StoreLimits.partsPerChange)))
        #expect(most.last == UInt64(StoreLimits.partsPerChange))
        #expect(try store.apply(.together([note])).parts.count == 1)
    }

    @Test func aChangeNamesEverybodyItIsOf() throws {
        let (one, two) = (try Samples.person(1), try Samples.person(2))
        let note = StoreChange.note([try Samples.fact(1), try Samples.fact(nil), try Samples.fact(2)])
        #expect(note.persons == [one, two])
        #expect(StoreChange.together([.delete(two, Samples.order), note]).persons == [two, one, two])
    }
}
