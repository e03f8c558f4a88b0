import TamgaRegistry
import TamgaStore
import TamgaTemplates
import Testing

/// What every store promises, asked of each kind of store.
@Suite struct ConformanceTests {
    @Test(arguments: StoreKind.all)
    func anEmptyStoreHoldsNothing(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        #expect(try store.counts() == StoreCounts(persons: 0, records: 0, sequence: 0))
        #expect(try store.all().isEmpty)
        #expect(try store.read(Samples.person(1)) == nil)
        store.close()
    }

    @Test(arguments: StoreKind.all)
    func readsBackWhatWasEnrolled(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        let records = Samples.records(0, count: 12)
        #expect(records.contains { $0.position == nil } && records.contains { $0.position == .unknown })
        let sequence = try store.enrol(person: Samples.person(1), records: records, enrolledAt: -5)
        let expected = PersonRecord(
            person: try Samples.person(1), records: records, enrolledAt: -5, sequence: sequence)
        #expect(sequence == 1)
        #expect(try store.read(Samples.person(1)) == expected)
        #expect(try store.all() == [expected])
        #expect(try store.counts() == StoreCounts(persons: 1, records: 12, sequence: 1))
    }

    @Test(arguments: StoreKind.all)
    func keepsExtremeValues(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        let records = [
            StoredRecord(position: nil, format: 0, bytes: [0]),
            StoredRecord(position: .leftLittle, format: .max, bytes: [255, 0, 255]),
        ]
        for (number, time) in [Int64.min, 0, .max].enumerated() {
            _ = try store.enrol(person: Samples.person(number), records: records, enrolledAt: time)
            let back = try #require(try store.read(Samples.person(number)))
            #expect(back.enrolledAt == time)
            #expect(back.records == records)
        }
    }

    @Test(arguments: StoreKind.all)
    func refusesAPersonTwiceAndChangesNothing(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        try store.enrolSample(1)
        let before = try store.all()
        #expect(code { try store.enrolSample(1, records: Samples.records(9, count: 3)) } == .personExists)
        #expect(try store.all() == before)
        #expect(try store.counts() == StoreCounts(persons: 1, records: 2, sequence: 1))
        #expect(try store.enrolSample(2) == 2)
    }

    @Test(arguments: StoreKind.all)
    func namesDifferByEveryByte(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        for text in ["a", "A", "a.", "a:", "10", "1", "01"] {
            _ = try store.enrol(person: PersonID(text), records: Samples.records(1), enrolledAt: 0)
        }
        #expect(try store.all().map(\.person.text) == ["a", "A", "a.", "a:", "10", "1", "01"])
        #expect(try store.read(PersonID("A"))?.sequence == 2)
        #expect(try store.read(PersonID("001")) == nil)
    }

    @Test(arguments: StoreKind.all)
    func deletesAPersonWithAllRecords(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        for number in 1...3 { try store.enrolSample(number, records: Samples.records(number, count: number)) }
        #expect(try store.deleteSample(2).sequence == 4)
        #expect(try store.read(Samples.person(2)) == nil)
        #expect(try store.all().map(\.sequence) == [1, 3])
        #expect(try store.counts() == StoreCounts(persons: 2, records: 4, sequence: 4))
    }

    @Test(arguments: StoreKind.all)
    func refusesToDeleteWhomItDoesNotKnow(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        try store.enrolSample(1)
        #expect(code { try store.deleteSample(2) } == .personUnknown)
        try store.deleteSample(1)
        #expect(code { try store.deleteSample(1) } == .personUnknown)
        #expect(try store.counts() == StoreCounts(persons: 0, records: 0, sequence: 2))
    }

    @Test(arguments: StoreKind.all)
    func refusesRecordsOutsideTheLimits(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        let empty = StoredRecord(position: nil, format: 1, bytes: [])
        let long = StoredRecord(
            position: nil, format: 1, bytes: [UInt8](repeating: 1, count: StoreLimits.recordBytes + 1))
        let many = Samples.records(1, count: StoreLimits.recordsPerPerson + 1, bytes: 1)
        for records in [[], [empty], Samples.records(1) + [empty], [long], many] {
            #expect(code { try store.enrolSample(1, records: records) } == .invalid)
        }
        #expect(try store.counts() == StoreCounts(persons: 0, records: 0, sequence: 0))
    }

    @Test(arguments: StoreKind.all)
    func holdsTheLargestRecordAndTheMostRecords(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        let largest = Samples.records(1, count: 1, bytes: StoreLimits.recordBytes)
        let most = Samples.records(2, count: StoreLimits.recordsPerPerson, bytes: 1)
        try store.enrolSample(1, records: largest)
        try store.enrolSample(2, records: most)
        #expect(try store.read(Samples.person(1))?.records == largest)
        #expect(try store.read(Samples.person(2))?.records == most)
    }
}
