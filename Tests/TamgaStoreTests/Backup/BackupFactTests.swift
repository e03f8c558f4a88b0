import Foundation
import TamgaStore
import TamgaStoreSQLite
import Testing

/// Facts in backups, and in stores made out of them.
@Suite struct BackupFactTests {
    let bed: BackupBed
    let store: SQLiteStore

    /// Persons 1 to 4; changes 5 and 6 each brought a fact of 1, of 2, of 3 and of nobody; 4 has none.
    init() throws {
        bed = try BackupBed()
        store = try bed.directory.open()
        for number in 1...4 { try store.enrolSample(number) }
        for seed in 5...6 { try store.noteSamples(1, 2, 3, nil, seed: seed) }
    }

    private func none(_ facts: UInt64 = 0) -> BackupCounts {
        BackupCounts(persons: 0, encounters: 0, records: 0, facts: facts)
    }

    @Test func theyComeBackWithTheirPersonsAndWithNobody() throws {
        let whole = try WholeStore(store)
        #expect(whole.facts.count == 8)
        let manifest = try bed.backUp()
        #expect(manifest.format == 2)
        #expect(manifest.counts == BackupCounts(persons: 4, encounters: 4, records: 8, facts: 8))
        let found = try bed.verify()
        #expect(found.restored == manifest.counts && found.leftOut == none())
        #expect(try bed.restore() == found)
        let restored = try bed.open()
        #expect(try WholeStore(restored) == whole)
        #expect(try restored.facts(of: Samples.person(2)) == store.facts(of: Samples.person(2)))
        #expect(try restored.check().findings == [])
        #expect(try restored.noteSamples(4) == 7)
        try restored.deleteSample(1)
        #expect(try restored.check().findings == [])
    }

    @Test func theirKeysLieInTheFileOfKeysOnly() throws {
        store.close()
        try bed.backUp()
        let copy = try Data(contentsOf: URL(filePath: bed.path("backup/tamga.sqlite")))
        let keys = try Data(contentsOf: URL(filePath: bed.keysFile))
        for (number, ordinal) in [(5, 0), (5, 3), (6, 2)] {
            let key = try #require(
                try bed.directory.fetch(
                    "SELECT wrapped FROM encounter_key WHERE encounter = \((1 << 62) + number * 64 + ordinal)"))
            #expect(copy.range(of: key) == nil)
            #expect(keys.range(of: key) != nil)
        }
    }

    @Test func thoseOfADeletedPersonAreInNoOldBackup() throws {
        try bed.backUp(to: "old")
        try store.deleteSample(1)
        _ = try store.apply(.merge(Samples.person(2), into: Samples.person(3)))
        try store.deleteSample(3)
        try store.noteSamples(4, seed: 9)
        try bed.backUp(to: "new")
        let found = try bed.verify("old")
        #expect(found.restored == BackupCounts(persons: 1, encounters: 1, records: 2, facts: 2))
        #expect(found.leftOut == BackupCounts(persons: 3, encounters: 3, records: 6, facts: 6))
        #expect(try bed.restore("old") == found)
        let restored = try bed.open()
        #expect(try restored.allFacts().map { [Int($0.number), $0.ordinal] } == [[5, 3], [6, 3]])
        #expect(try restored.allFacts().allSatisfy { $0.person == nil })
        #expect(try restored.check().findings == [])
    }

    /// The key of a fact outlives a merge, so that the person of before has it again.
    @Test func thoseThatWereMergedSinceAreAsTheyWereBefore() throws {
        let whole = try WholeStore(store)
        try bed.backUp(to: "old")
        _ = try store.apply(.merge(Samples.person(1), into: Samples.person(2)))
        try bed.backUp(to: "new")
        #expect(try bed.restore("old").leftOut == none())
        let restored = try bed.open()
        #expect(try restored.all() == whole.persons)
        #expect(try restored.allFacts() == whole.facts)
        #expect(try bed.restore("new", to: "other").leftOut == none())
        #expect(try bed.open("other").facts(of: Samples.person(2)) == store.facts(of: Samples.person(2)))
    }

    /// Somebody whose only encounter was replaced since does not come back from the old backup; nor do the facts, which
    /// would be nobody's.
    @Test func factsDoNotComeBackWithoutTheirPerson() throws {
        try bed.backUp(to: "old")
        _ = try store.apply(.update(Samples.person(1), encounter: 1, Samples.records(9)))
        try bed.backUp(to: "new")
        let found = try bed.verify("old")
        #expect(found.leftOut == BackupCounts(persons: 1, encounters: 1, records: 2, facts: 2))
        #expect(try bed.restore("old") == found)
        let restored = try bed.open()
        #expect(try restored.facts(of: Samples.person(1)).isEmpty)
        #expect(try restored.allFacts().count == 6)
        #expect(try restored.check().findings == [])
        #expect(try bed.restore("new", to: "other").leftOut == none())
    }

    @Test func aRotationReachesThemInOldBackups() throws {
        let whole = try WholeStore(store)
        try bed.backUp(to: "old")
        let both = try Samples.keys("test", "new")
        try store.use(both)
        while try store.rotateKeys() > 0 {}
        try bed.backUp(to: "new", keys: both)
        let new = try Samples.keys("new")
        #expect(try bed.restore("old", keys: new).leftOut == none())
        #expect(try WholeStore(bed.open(keys: new)) == whole)
    }

    @Test(arguments: [
        "UPDATE fact SET sealed = zeroblob(40) WHERE number = 5 AND ordinal = 0",
        "UPDATE fact SET person = 2 WHERE number = 5 AND ordinal = 0",
        "DELETE FROM fact WHERE number = 5 AND ordinal = 3",
        "DELETE FROM encounter_key WHERE encounter = (1 << 62) + 5 * 64",
    ])
    func aDamagedOneIsNotBackedUp(_ damage: String) throws {
        store.close()
        try bed.execute("data/tamga.sqlite", damage)
        let error = try #require(throws: BackupError.self) { try bed.backUp() }
        guard case .damaged(_, let findings, _) = error else { return #expect(Bool(false), "\(error)") }
        #expect(findings.contains { $0.message.contains("fact") }, "\(findings)")
        #expect(!bed.exists("backup") && !bed.exists("keys.tamga"))
    }

    /// A manifest that does not count facts is not read as one of a store without.
    @Test func aManifestWithoutFactsIsRefused() throws {
        let empty = try BackupBed()
        try empty.directory.open().enrolSample(1)
        try empty.backUp()
        try empty.edit("backup/manifest.json") { data in
            let text = String(decoding: data, as: UTF8.self)
            #expect(text.contains("\"facts\""))
            data = Data(text.replacing("\"facts\"", with: "\"fakts\"").utf8)
        }
        let error = #expect(throws: BackupError.self) { try empty.verify() }
        #expect(error == .manifest(file: empty.path("backup/manifest.json"), field: "counts.facts"))
    }
}
