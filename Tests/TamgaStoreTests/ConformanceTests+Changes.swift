import TamgaCrypto
import TamgaStore
import Testing

extension ConformanceTests {
    private static func content(_ seed: Int, count: Int = 2) -> EncounterContent {
        EncounterContent(takenAt: Int64(seed) * 10, records: Samples.records(seed, count: count))
    }

    @Test(arguments: StoreKind.all)
    func anEncounterComesBehindTheOthers(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        for number in 1...3 { try store.enrolSample(number) }
        #expect(try store.apply(.addEncounter(Samples.person(2), Self.content(7, count: 3))).sequence == 4)
        let person = try #require(try store.read(Samples.person(2)))
        #expect(person.sequence == 4)
        #expect(person.encounters.map(\.number) == [2, 4])
        #expect(person.encounters.map(\.changed) == [2, 4])
        #expect(person.encounters[1].content == Self.content(7, count: 3))
        #expect(person.records == Samples.records(2) + Samples.records(7, count: 3))
        #expect(person.enrolledAt == 2)
        #expect(try store.all().map(\.sequence) == [1, 3, 4], "a changed person comes last")
        #expect(try store.counts() == StoreCounts(persons: 3, records: 9, sequence: 4))
    }

    @Test(arguments: StoreKind.all)
    func anUpdatePutsOtherRecordsInThePlaceOfAnEncounters(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        try store.enrolSample(1)
        _ = try store.apply(.addEncounter(Samples.person(1), Self.content(5)))
        let other = Samples.records(9, count: 4)
        #expect(try store.apply(.update(Samples.person(1), encounter: 1, other)).sequence == 3)
        let person = try #require(try store.read(Samples.person(1)))
        #expect(person.encounters.map(\.number) == [1, 2])
        #expect(person.encounters.map(\.changed) == [3, 2])
        #expect(person.encounters.map(\.takenAt) == [1, 50])
        #expect(person.encounters[0].records == other)
        #expect(person.sequence == 3)
        #expect(try store.counts() == StoreCounts(persons: 1, records: 6, sequence: 3))
    }

    @Test(arguments: StoreKind.all)
    func aMergeMovesEverythingAndLeavesNobodyBehind(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        for number in 1...3 { try store.enrolSample(number, records: Samples.records(number, count: number)) }
        _ = try store.apply(.addEncounter(Samples.person(3), Self.content(7)))
        #expect(try store.apply(.merge(Samples.person(1), into: Samples.person(3))).sequence == 5)
        #expect(try store.read(Samples.person(1)) == nil)
        let person = try #require(try store.read(Samples.person(3)))
        #expect(person.encounters.map(\.number) == [3, 4, 1], "those of the other come behind")
        #expect(person.records == Samples.records(3, count: 3) + Samples.records(7) + Samples.records(1, count: 1))
        #expect(person.sequence == 5)
        #expect(try store.counts() == StoreCounts(persons: 2, records: 8, sequence: 5))
        // The name of the one who went is free, and what was moved can be changed where it is now.
        try store.enrolSample(1)
        #expect(try store.apply(.update(Samples.person(3), encounter: 1, Samples.records(8))).sequence == 7)
        _ = try store.apply(.addEncounter(Samples.person(3), Self.content(2)))
        #expect(try store.read(Samples.person(3))?.encounters.map(\.number) == [3, 4, 1, 8])
    }

    @Test(arguments: StoreKind.all)
    func whatCannotBeMadeChangesNothing(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        for number in 1...2 { try store.enrolSample(number) }
        let before = try store.all()
        let (one, two, nobody) = (try Samples.person(1), try Samples.person(2), try Samples.person(9))
        let most = StoreLimits.recordsPerPerson - 1
        let cases: [(StoreChange, StoreError.Code)] = [
            (.addEncounter(nobody, Self.content(1)), .personUnknown),
            (.addEncounter(one, EncounterContent(takenAt: 0, records: [])), .invalid),
            (.addEncounter(one, Self.content(1, count: most)), .invalid),
            (.update(nobody, encounter: 1, Samples.records(1)), .personUnknown),
            (.update(one, encounter: 2, Samples.records(1)), .encounterUnknown),
            (.update(one, encounter: 3, Samples.records(1)), .encounterUnknown),
            (.update(one, encounter: .max, Samples.records(1)), .encounterUnknown),
            (.update(one, encounter: 1, []), .invalid),
            (.merge(one, into: nobody), .personUnknown),
            (.merge(nobody, into: one), .personUnknown),
            (.merge(one, into: one), .invalid),
            (.delete(nobody, Samples.order), .personUnknown),
            (.delete(two, DeletionOrder(deletedAt: 0, salt: [1])), .invalid),
            (.enrol(one, Self.content(1)), .personExists),
        ]
        for (change, expected) in cases {
            #expect(code { _ = try store.apply(change) } == expected, "\(change)")
        }
        #expect(try store.all() == before)
        #expect(try store.counts() == StoreCounts(persons: 2, records: 4, sequence: 2))
    }

    /// A change that is refused leaves the others of its transaction alone, whatever stands before and after it.
    @Test(arguments: StoreKind.all)
    func changesOfOneTransactionHaveOutcomesOfTheirOwn(_ kind: StoreKind) throws {
        let bed = try kind.bed()
        let store = try bed.open()
        let (one, two) = (try Samples.person(1), try Samples.person(2))
        let outcomes = try store.apply([
            .enrol(one, Self.content(1)), .enrol(one, Self.content(2)), .enrol(two, Self.content(3)),
            .update(two, encounter: 1, Samples.records(4)), .addEncounter(one, Self.content(5)),
            .merge(two, into: one), .delete(two, Samples.order),
        ])
        let numbers = outcomes.map { (try? $0.get())?.sequence }
        #expect(numbers == [1, nil, 2, nil, 3, 4, nil])
        let codes = outcomes.map { outcome in code { _ = try outcome.get() } }
        #expect(codes == [nil, .personExists, nil, .encounterUnknown, nil, nil, .personUnknown])
        let whole = try store.all()
        #expect(whole.map { $0.encounters.map(\.number) } == [[1, 3, 2]])
        store.close()
        #expect(try bed.open().all() == whole)
        #expect(try bed.open().apply([]).isEmpty)
    }

    @Test(arguments: StoreKind.all)
    func aScanBeginsAfterANumber(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        for number in 1...5 { try store.enrolSample(number) }
        _ = try store.apply(.addEncounter(Samples.person(2), Self.content(1)))
        let cases: [(UInt64, [UInt64])] = [(0, [1, 3, 4, 5, 6]), (3, [4, 5, 6]), (5, [6]), (6, []), (99, [])]
        for (start, expected) in cases {
            var seen: [UInt64] = []
            try store.scan(after: start) { person throws(StoreError) in seen.append(person.sequence) }
            #expect(seen == expected)
        }
        var seen = 0
        try store.scan(after: .max) { _ throws(StoreError) in seen += 1 }
        #expect(seen == 0)
    }

    /// The receipt can be computed anew from what was deleted, and the store keeps of it what says nothing by itself.
    @Test(arguments: StoreKind.all)
    func aDeletionIsProved(_ kind: StoreKind) throws {
        let bed = try kind.bed()
        let store = try bed.open()
        for number in 1...3 { try store.enrolSample(number) }
        let first = try #require(try store.deleteSample(2).receipt)
        let second = try #require(try store.deleteSample(1).receipt)
        let entries = try store.deletions(after: 0, limit: 10)
        #expect(entries.map(\.sequence) == [4, 5])
        #expect(entries.map(\.deletedAt) == [2, 1])
        #expect(entries.map(\.digest) == [first.digest, second.digest])
        #expect(entries.map(\.chain) == [first.chain, second.chain])
        let digest = try DeletionReceipt.digest(salt: first.salt, person: Samples.person(2), content: first.content)
        #expect(digest == first.digest)
        let chain = try DeletionEntry.chain(
            DeletionEntry.firstChain, sequence: 4, deletedAt: 2, digest: first.digest)
        #expect(chain == first.chain)
        #expect(try store.deletions(after: 4, limit: 10).map(\.sequence) == [5])
        #expect(try store.deletions(after: 0, limit: 1).map(\.sequence) == [4])
        #expect(try store.deletions(after: .max, limit: 1).isEmpty)
        store.close()
        #expect(try bed.open().deletions(after: 0, limit: 10) == entries)
    }

    /// Another salt, another person or another record is another digest.
    @Test func aReceiptDependsOnEverything() throws {
        func digest(_ person: Int, _ salt: UInt8, _ records: [StoredRecord]) throws -> [UInt8] {
            let store = InMemoryStore()
            try store.enrolSample(person, records: records)
            let order = DeletionOrder(deletedAt: 0, salt: [UInt8](repeating: salt, count: StoreLimits.saltBytes))
            return try store.apply(.delete(Samples.person(person), order)).receipt?.digest ?? []
        }
        var records = Samples.records(1)
        let plain = try digest(1, 1, records)
        #expect(try digest(1, 1, records) == plain)
        #expect(try digest(2, 1, records) != plain)
        #expect(try digest(1, 2, records) != plain)
        #expect(try digest(1, 1, records.reversed()) != plain)
        records[0] = StoredRecord(position: records[0].position, format: 77, bytes: records[0].bytes)
        #expect(try digest(1, 1, records) != plain)
    }
}
