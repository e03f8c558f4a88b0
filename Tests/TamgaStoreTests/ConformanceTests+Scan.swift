import TamgaStore
import Testing

extension ConformanceTests {
    @Test(arguments: StoreKind.all)
    func scansAscendingBySequence(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        for number in [5, 3, 9, 1, 7] { try store.enrolSample(number) }
        try store.deleteSample(3)
        try store.enrolSample(3)
        let all = try store.all()
        #expect(all.map(\.enrolledAt) == [5, 9, 1, 7, 3])
        #expect(all.map(\.sequence) == [1, 3, 4, 5, 7])
        #expect(all.allSatisfy { $0.records == Samples.records(Int($0.enrolledAt)) })
    }

    @Test(arguments: StoreKind.all)
    func theRosterIsWhoTheScanGives(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        try #expect(store.roster().isEmpty)
        for number in [5, 3, 9, 1, 7] { try store.enrolSample(number) }
        try store.deleteSample(3)
        try store.enrolSample(3)
        let roster = try store.roster()
        try #expect(roster == store.all().map { RosterEntry(sequence: $0.sequence, person: $0.person) })
        #expect(roster.map(\.sequence) == [1, 3, 4, 5, 7])
    }

    @Test(arguments: StoreKind.all)
    func anErrorOfTheBodyEndsTheScan(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        for number in 1...5 { try store.enrolSample(number) }
        var seen = 0
        let stopped = code {
            try store.scan { _ throws(StoreError) in
                seen += 1
                if seen == 3 { throw StoreError(.full, "stop") }
            }
        }
        #expect(stopped == .full)
        #expect(seen == 3)
        #expect(try store.all().count == 5)
    }

    @Test(arguments: StoreKind.all)
    func aScanIsOfOneMomentThoughItsBodyChangesTheStore(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        for number in 1...5 { try store.enrolSample(number) }
        let later = try (100...105).map(Samples.person)
        var seen: [UInt64] = []
        try store.scan { person throws(StoreError) in
            seen.append(person.sequence)
            _ = try store.enrol(
                person: later[seen.count], records: person.records, enrolledAt: 0)
            _ = try store.apply(.delete(person.person, Samples.order))
            var nested = 0
            try store.scan { _ throws(StoreError) in nested += 1 }
            #expect(nested == 5)
            #expect(try store.counts().persons == 5)
        }
        #expect(seen == [1, 2, 3, 4, 5])
        #expect(try store.all().map(\.sequence) == [6, 8, 10, 12, 14])
    }

    @Test(arguments: StoreKind.all)
    func holdsAThousandPersons(_ kind: StoreKind) throws {
        let bed = try kind.bed()
        let store = try bed.open()
        for number in 1...1_000 { try store.enrolSample(number) }
        store.close()
        let again = try bed.open()
        var last: UInt64 = 0
        try again.scan { person throws(StoreError) in
            last += 1
            #expect(person.sequence == last)
            #expect(person.records == Samples.records(Int(last)))
        }
        #expect(last == 1_000)
        #expect(try again.counts() == StoreCounts(persons: 1_000, records: 2_000, sequence: 1_000))
        #expect(try again.read(Samples.person(777))?.sequence == 777)
    }
}
