import TamgaCrypto
import TamgaRegistry
import TamgaStore
import TamgaTemplates
import Testing

extension ConformanceTests {
    @Test(arguments: StoreKind.all)
    func factsAreKeptByNumberAndOrdinal(_ kind: StoreKind) throws {
        let bed = try kind.bed()
        let store = try bed.open()
        for number in 1...2 { try store.enrolSample(number) }
        #expect(try store.noteSamples(1, nil, 2, 1) == 3)
        #expect(try store.noteSamples(nil, seed: 7) == 4)
        #expect(try store.noteSamples(1, seed: 8) == 5)
        let (one, two) = (try Samples.person(1), try Samples.person(2))
        let expected = try [
            (3, 0, 1, 0), (3, 1, nil, 0), (3, 2, 2, 0), (3, 3, 1, 0), (4, 0, nil, 7), (5, 0, 1, 8),
        ].map { (number, ordinal, person: Int?, seed) in
            StoredFact(
                number: number, ordinal: ordinal, person: try person.map(Samples.person),
                bytes: try Samples.fact(person, seed: seed).bytes)
        }
        func holds(_ store: any PersonStore) throws {
            #expect(try store.allFacts() == expected)
            #expect(try store.facts(of: one) == expected.filter { $0.person == one })
            #expect(try store.facts(of: two) == expected.filter { $0.person == two })
            #expect(try store.facts(of: Samples.person(9)).isEmpty)
            #expect(try store.counts() == StoreCounts(persons: 2, records: 4, facts: 6, sequence: 5))
        }
        try holds(store)
        store.close()
        try holds(bed.open())
    }

    /// Copies of persons elsewhere are known by the number of the last change: noting must not make them old.
    @Test(arguments: StoreKind.all)
    func aFactIsNoChangeOfThePerson(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        for number in 1...2 { try store.enrolSample(number) }
        let (before, roster) = (try store.all(), try store.roster())
        try store.noteSamples(1, 2)
        #expect(try store.all() == before)
        #expect(try store.roster() == roster)
        _ = try store.apply(.update(Samples.person(1), encounter: 1, Samples.records(9)))
        #expect(try store.facts(of: Samples.person(1)).map(\.number) == [3], "an update leaves facts alone")
        #expect(try store.read(Samples.person(1))?.sequence == 4)
    }

    @Test(arguments: StoreKind.all)
    func factsThatCannotBeKeptChangeNothing(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        try store.enrolSample(1)
        let known = try Samples.fact(1)
        let long = FactContent(person: nil, bytes: [UInt8](repeating: 1, count: StoreLimits.factBytes + 1))
        let cases: [([FactContent], StoreError.Code)] = [
            ([], .invalid), ([known, FactContent(person: nil, bytes: [])], .invalid), ([long], .invalid),
            (Array(repeating: known, count: StoreLimits.factsPerChange + 1), .invalid),
            ([known, try Samples.fact(2)], .personUnknown),
        ]
        for (facts, expected) in cases {
            #expect(code { _ = try store.apply(.note(facts)) } == expected)
        }
        #expect(try store.allFacts().isEmpty)
        #expect(try store.counts() == StoreCounts(persons: 1, records: 2, sequence: 1))
        let most = FactContent(person: nil, bytes: [UInt8](repeating: 7, count: StoreLimits.factBytes))
        let all = [known, most] + Array(repeating: known, count: StoreLimits.factsPerChange - 2)
        #expect(try store.apply(.note(all)).sequence == 2)
        #expect(try store.allFacts().map(\.bytes) == all.map(\.bytes))
        #expect(try store.facts(of: Samples.person(1)).map(\.ordinal) == [0] + Array(2..<StoreLimits.factsPerChange))
    }

    @Test(arguments: StoreKind.all)
    func aDeletionTakesExactlyThePersonsFacts(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        for number in 1...3 { try store.enrolSample(number) }
        try store.noteSamples(1, 2, nil, 1)
        try store.noteSamples(2, seed: 1)
        try store.deleteSample(1)
        #expect(try store.facts(of: Samples.person(1)).isEmpty)
        #expect(try store.allFacts().map { [Int($0.number), $0.ordinal] } == [[4, 1], [4, 2], [5, 0]])
        #expect(try store.counts() == StoreCounts(persons: 2, records: 4, facts: 3, sequence: 6))
        try store.enrolSample(1)
        #expect(try store.facts(of: Samples.person(1)).isEmpty, "the same name is another person")
    }

    /// Deleting the one who stays takes what came with the other, too.
    @Test(arguments: StoreKind.all)
    func aMergeMovesFactsUnderTheirNumbers(_ kind: StoreKind) throws {
        let bed = try kind.bed()
        let store = try bed.open()
        for number in 1...3 { try store.enrolSample(number) }
        try store.noteSamples(2, 1, nil)
        try store.noteSamples(1, seed: 1)
        try store.noteSamples(2, seed: 2)
        _ = try store.apply(.merge(Samples.person(1), into: Samples.person(2)))
        let bytes = try [(2, 0), (1, 0), (1, 1), (2, 2)].map { try Samples.fact($0, seed: $1).bytes }
        let facts = try store.facts(of: Samples.person(2))
        #expect(facts.map { [Int($0.number), $0.ordinal] } == [[4, 0], [4, 1], [5, 0], [6, 0]])
        #expect(facts.map(\.bytes) == bytes)
        #expect(try facts.allSatisfy { $0.person == (try Samples.person(2)) })
        #expect(try store.facts(of: Samples.person(1)).isEmpty)
        #expect(try store.counts().facts == 5)
        // Once more, to a third, who is nobody's kin.
        _ = try store.apply(.merge(Samples.person(2), into: Samples.person(3)))
        #expect(try store.facts(of: Samples.person(3)).map(\.bytes) == bytes)
        try store.noteSamples(3, seed: 9)
        store.close()
        let again = try bed.open()
        #expect(try again.facts(of: Samples.person(3)).count == 5)
        try again.deleteSample(3)
        #expect(try again.allFacts().map { [Int($0.number), $0.ordinal] } == [[4, 2]])
        #expect(try again.counts().facts == 1)
    }

    @Test(arguments: StoreKind.all)
    func aScanOfFactsBeginsAfterANumberAndIsOfOneMoment(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        try store.enrolSample(1)
        for seed in 2...5 { try store.noteSamples(1, nil, seed: seed) }
        let cases: [(UInt64, [UInt64])] = [(0, [2, 2, 3, 3, 4, 4, 5, 5]), (3, [4, 4, 5, 5]), (5, []), (.max, [])]
        for (start, expected) in cases {
            #expect(try store.allFacts(after: start).map(\.number) == expected)
        }
        let one = try Samples.person(1)
        var seen: [UInt64] = []
        try store.scanFacts(after: 1) { fact throws(StoreError) in
            seen.append(fact.number)
            _ = try store.apply(.note([FactContent(person: nil, bytes: fact.bytes)]))
            #expect(try store.facts(of: one).count == 4)
        }
        #expect(seen == [2, 2, 3, 3, 4, 4, 5, 5])
        #expect(try store.counts().facts == 16)
        var count = 0
        let stopped = code {
            try store.scanFacts(after: 0) { _ throws(StoreError) in
                count += 1
                if count == 3 { throw StoreError(.full, "stop") }
            }
        }
        #expect(stopped == .full && count == 3)
    }

    /// Somebody without facts has the receipt they would have had before there were facts.
    @Test(arguments: StoreKind.all)
    func aReceiptDependsOnFacts(_ kind: StoreKind) throws {
        func content(_ facts: [[UInt8]], others: Int = 0) throws -> [UInt8] {
            let store = try kind.bed().open()
            try store.enrolSample(1)
            let person = try Samples.person(1)
            let nobody = Array(repeating: FactContent(person: nil, bytes: [9]), count: others)
            let all = nobody + facts.map { FactContent(person: person, bytes: $0) }
            if !all.isEmpty { _ = try store.apply(.note(all)) }
            return try store.deleteSample(1).receipt?.content ?? []
        }
        let contents = try [
            content([]), content([[1]]), content([[2]]), content([[1], [2]]), content([[2], [1]]), content([[1, 2]]),
            content([[1]], others: 1),
        ]
        #expect(Set(contents).count == contents.count)
        #expect(contents[0] == (try content([], others: 2)))
        #expect(contents[1] == (try content([[1]])))
    }

    /// The bytes of the digest, put together here: as PROTOCOL.md says.
    @Test(arguments: StoreKind.all)
    func aReceiptsContentIsThePublishedDigest(_ kind: StoreKind) throws {
        func number(_ value: Int) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) } }
        for noted in [false, true] {
            let store = try kind.bed().open()
            let record = StoredRecord(position: .leftIndex, format: 3, bytes: [1, 2])
            try store.enrolSample(1, records: [record])
            if noted { _ = try store.apply(.note([FactContent(person: Samples.person(1), bytes: [5, 6, 7])])) }
            var bytes = Array("tamga content \(noted ? 2 : 1)".utf8)
            if noted { bytes += number(1) }
            bytes += number(1) + number(1) + number(1) + number(7) + number(3) + number(2) + [1, 2]
            if noted { bytes += number(2) + number(0) + number(3) + [5, 6, 7] }
            #expect(try store.deleteSample(1).receipt?.content == SHA256.digest(bytes))
        }
    }
}
