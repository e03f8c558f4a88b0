import Foundation
import GRDB
import TamgaCrypto
import TamgaStore
import TamgaStoreSQLite
import Testing

/// Facts in the files: sealed, each under a key of its own, and gone with their person.
@Suite struct SQLiteStoreFactTests {
    let directory: TemporaryDirectory
    let store: SQLiteStore

    /// Persons 1 to 3; change 4 brought a fact of 1, one of 2, one of nobody and another of 1.
    init() throws {
        directory = try TemporaryDirectory()
        store = try directory.open()
        for number in 1...3 { try store.enrolSample(number) }
        try store.noteSamples(1, 2, nil, 1)
    }

    /// Where the key of a fact lies: see FactKey.
    private func key(_ number: Int, _ ordinal: Int) -> String {
        "SELECT wrapped FROM encounter_key WHERE encounter = \((1 << 62) + number * 64 + ordinal)"
    }

    private func sealed(_ number: Int, _ ordinal: Int) -> String {
        "SELECT sealed FROM fact WHERE number = \(number) AND ordinal = \(ordinal)"
    }

    /// Whether any file of the store has the bytes.
    private func lies(_ bytes: Data) throws -> Bool {
        try directory.content().contains { $0.value.range(of: bytes) != nil }
    }

    @Test func nothingOfAFactLiesOpenAndEqualOnesLookDifferent() throws {
        let secret = [UInt8](repeating: 0xA7, count: 300)
        let content = FactContent(person: try Samples.person(1), bytes: secret)
        _ = try store.apply(.note([content, content]))
        #expect(try !lies(Data(secret.prefix(8))))
        #expect(try store.facts(of: Samples.person(1)).suffix(2).map(\.bytes) == [secret, secret])
        let seals = try [0, 1].map { try #require(try directory.fetch(sealed(5, $0))) }
        #expect(seals[0].count == 12 + 300 + 16)
        #expect(seals[0].dropFirst(12) != seals[1].dropFirst(12))
    }

    /// While the store serves: neither sealed fact nor key is in any file, and others keep theirs.
    @Test func factsAndKeysOfADeletedPersonAreGoneFromTheFiles() throws {
        let gone = try [sealed(4, 0), sealed(4, 3), key(4, 0), key(4, 3)].map { try #require(try directory.fetch($0)) }
        let kept = try [sealed(4, 1), sealed(4, 2), key(4, 1), key(4, 2)].map { try #require(try directory.fetch($0)) }
        for bytes in gone + kept { #expect(try lies(bytes)) }
        try store.deleteSample(1)
        #expect(try store.eraseRemains())
        for bytes in gone { #expect(try !lies(bytes)) }
        for bytes in kept { #expect(try lies(bytes)) }
        #expect(try store.allFacts().map(\.ordinal) == [1, 2])
        #expect(try store.check().isSound)
    }

    /// A merge seals anew under the same key: the earlier sealing goes, the key stays until the deletion of the other.
    @Test func factsThatWereMergedAreShreddedWithTheOneWhoStays() throws {
        let (before, wrapped) = (try #require(try directory.fetch(sealed(4, 0))), try directory.fetch(key(4, 0)))
        _ = try store.apply(.merge(Samples.person(1), into: Samples.person(3)))
        #expect(try store.eraseRemains())
        let after = try #require(try directory.fetch(sealed(4, 0)))
        #expect(try !lies(before))
        #expect(before.prefix(12) != after.prefix(12), "another nonce")
        #expect(try directory.fetch(key(4, 0)) == wrapped)
        #expect(try store.check().isSound)
        try store.deleteSample(3)
        #expect(try store.eraseRemains())
        #expect(try !lies(after))
        #expect(try !lies(try #require(wrapped)))
        #expect(try store.allFacts().map(\.ordinal) == [1, 2])
        #expect(try store.check().isSound)
    }

    /// Much is written and taken back: enough that SQLite puts some of it into the log before it is refused.
    @Test func aRefusedWholeLeavesNothingInTheLog() throws {
        #expect(try store.eraseRemains())
        let most = FactContent(person: nil, bytes: [UInt8](repeating: 1, count: StoreLimits.factBytes))
        let part = StoreChange.note(Array(repeating: most, count: StoreLimits.factsPerChange))
        let refused = code { _ = try store.apply(.together([part, part, part, .note([])])) }
        #expect(refused == .invalid)
        #expect(try directory.content()["tamga.sqlite-wal"]?.isEmpty == false)
        #expect(try store.eraseRemains())
        #expect(try directory.content()["tamga.sqlite-wal"]?.isEmpty == true)
        #expect(try store.counts() == StoreCounts(persons: 3, records: 6, facts: 4, sequence: 4))
        #expect(try store.check().isSound)
    }

    @Test func keysOfFactsAreRotatedAsOthersAre() throws {
        let before = try store.allFacts()
        try store.use(Samples.keys("test", "new"))
        // Of three persons, of four facts, of the segment files.
        #expect(try store.rotateKeys(atMost: 5) == 3)
        #expect(try store.allFacts() == before, "half rotated, all readable")
        #expect(try store.check().isSound)
        #expect(try store.rotateKeys() == 0)
        #expect(try store.masterKeys() == ["new"])
        store.close()
        #expect(code { _ = try directory.open() } == .keyMissing)
        let again = try SQLiteStore(directory: directory.store, keys: Samples.keys("new"))
        #expect(try again.allFacts() == before)
        #expect(try again.check().isSound)
    }

    /// What an export builds on: within a scan, all that is read is of the scan's moment.
    @Test func whatIsReadWithinAScanIsOfItsMoment() throws {
        let one = try Samples.person(1)
        var rounds = 0
        try store.scan { _ throws(StoreError) in
            rounds += 1
            _ = try store.apply(.note([FactContent(person: one, bytes: [1])]))
            #expect(try store.counts() == StoreCounts(persons: 3, records: 6, facts: 4, sequence: 4))
            #expect(try store.facts(of: one).count == 2)
            #expect(try store.allFacts().count == 4)
        }
        #expect(rounds == 3)
        #expect(try store.counts().facts == 7)
    }

    /// No space within a savepoint ends all of it, and the store goes on.
    @Test func aFullStoreRefusesTheWholeAndGoesOn() throws {
        store.close()
        let small = try directory.open(maximumPages: 100)
        var made: UInt64 = 4
        let fact = FactContent(person: nil, bytes: [UInt8](repeating: 1, count: 20_000))
        let found = code {
            for number in 10..<100 {
                let content = EncounterContent(takenAt: 0, records: Samples.records(number))
                made = try small.apply(.together([.enrol(Samples.person(number), content), .note([fact, fact])])).last
            }
        }
        #expect(found == .full)
        let rounds = (made - 4) / 2
        #expect(rounds > 2)
        #expect(
            try small.counts()
                == StoreCounts(persons: 3 + rounds, records: 6 + 2 * rounds, facts: 4 + 2 * rounds, sequence: made))
        #expect(try small.check().isSound)
        try small.deleteSample(1)
        #expect(try small.noteSamples(2) == made + 2)
        #expect(try small.check().isSound)
    }
}
