import Foundation
import TamgaStore
import TamgaStoreSQLite
import Testing

/// Backups of a store and stores out of backups: what is the same, and what is left out.
@Suite struct BackupTests {
    let bed: BackupBed

    init() throws { bed = try BackupBed() }

    /// Persons 1 to 6: one of two encounters, one updated, one merged into another, one deleted.
    private func fill(_ store: SQLiteStore) throws {
        for number in 1...6 { try store.enrolSample(number) }
        let later = EncounterContent(takenAt: 70, records: Samples.records(7))
        _ = try store.apply(.addEncounter(Samples.person(1), later))
        _ = try store.apply(.update(Samples.person(2), encounter: 2, Samples.records(8, count: 3)))
        _ = try store.apply(.merge(Samples.person(3), into: Samples.person(4)))
        try store.deleteSample(5)
    }

    @Test func whatComesBackIsWhatWasThere() throws {
        let store = try bed.directory.open()
        try fill(store)
        let whole = try WholeStore(store)
        let manifest = try bed.backUp()
        #expect(manifest.sequence == 10)
        #expect(manifest.counts == BackupCounts(persons: 4, encounters: 6, records: 13))
        #expect(manifest.program == "test 1" && manifest.madeAt == 1_234 && manifest.masterKeys == ["test"])

        let found = try bed.verify()
        #expect(found.manifest == manifest)
        #expect(found.restored == manifest.counts)
        #expect(found.leftOut == BackupCounts(persons: 0, encounters: 0, records: 0))
        #expect(try bed.restore() == found)

        let restored = try bed.open()
        #expect(try WholeStore(restored) == whole)
        #expect(try restored.check().isSound)
        #expect(try restored.segmentKey() == store.segmentKey())
        #expect(try restored.masterKeys() == store.masterKeys())
        #expect(try restored.enrolSample(11) == 11)
        #expect(try bed.directory.mode(bed.path("restored")) == 0o700)
        #expect(try bed.directory.mode(bed.path("restored/tamga.sqlite")) == 0o600)
    }

    @Test func anEmptyStoreComesBackEmpty() throws {
        let store = try bed.directory.open()
        try bed.backUp()
        try bed.restore()
        #expect(try WholeStore(bed.open()) == WholeStore(store))
    }

    @Test func aClosedStoreIsBackedUpTooAndLeftAsItWas() throws {
        let store = try bed.directory.open()
        try fill(store)
        store.close()
        let before = try bed.directory.content()["tamga.sqlite"]
        try bed.backUp()
        #expect(try bed.directory.content()["tamga.sqlite"] == before)
        #expect(try bed.restore().restored.persons == 4)
    }

    @Test func noKeyLiesBesideTheRecords() throws {
        let store = try bed.directory.open()
        try fill(store)
        store.close()
        try bed.backUp()
        let wrapped = try (0...9).compactMap { number in
            try bed.directory.fetch("SELECT wrapped FROM encounter_key WHERE encounter = \(number)")
        }
        #expect(wrapped.count == 7)
        let copy = try Data(contentsOf: URL(filePath: bed.path("backup/tamga.sqlite")))
        let keys = try Data(contentsOf: URL(filePath: bed.keysFile))
        for key in wrapped {
            #expect(copy.range(of: key) == nil)
            #expect(keys.range(of: key) != nil)
        }
        #expect(try bed.names() == ["backup", "data", "keys.tamga"])
        #expect(try bed.names("backup") == ["manifest.json", "tamga.sqlite"])
        for (name, mode) in [("backup", 0o700), ("backup/tamga.sqlite", 0o600), ("keys.tamga", 0o600)] {
            #expect(try bed.directory.mode(bed.path(name)) == mode, "\(name)")
        }
    }

    @Test func whatWasDeletedSinceIsInNoOldBackup() throws {
        let store = try bed.directory.open()
        try fill(store)
        let older = try #require(try store.read(Samples.person(1)))
        try bed.backUp(to: "old")
        try store.deleteSample(6)
        try store.deleteSample(4)
        _ = try store.apply(.update(Samples.person(1), encounter: 1, Samples.records(20)))
        try bed.backUp(to: "new")

        let found = try bed.verify("old")
        #expect(found.restored == BackupCounts(persons: 2, encounters: 2, records: 5))
        #expect(found.leftOut == BackupCounts(persons: 2, encounters: 4, records: 8))
        #expect(try bed.restore("old") == found)
        let restored = try bed.open()
        #expect(try restored.read(Samples.person(6)) == nil)
        #expect(try restored.read(Samples.person(4)) == nil)
        #expect(try restored.read(Samples.person(2)) == store.read(Samples.person(2)))
        // Its first encounter was replaced: the old records are as gone as deleted ones, the new ones are not here.
        #expect(try restored.read(Samples.person(1))?.encounters == [older.encounters[1]])
        #expect(try restored.deletions(after: 0, limit: 10) == store.deletions(after: 0, limit: 10))
        #expect(try restored.check().isSound)
        #expect(try restored.counts().sequence == 13)
        #expect(try restored.enrolSample(30) == 14, "no number is used twice")
    }

    @Test func whatWasMergedSinceIsAsItWasBefore() throws {
        let store = try bed.directory.open()
        for number in 1...2 { try store.enrolSample(number) }
        let before = try store.all()
        try bed.backUp(to: "old")
        _ = try store.apply(.merge(Samples.person(1), into: Samples.person(2)))
        try bed.backUp(to: "new")
        #expect(try bed.restore("old").leftOut.encounters == 0)
        #expect(try bed.open().all() == before)
    }

    /// With the keys of the time before a deletion the old backup opens whole: that is why they are not to be kept.
    @Test func anOldFileOfKeysOpensWhatWasDeletedSince() throws {
        let store = try bed.directory.open()
        try fill(store)
        try bed.backUp(to: "old")
        try bed.copy("keys.tamga", to: "kept")
        try store.deleteSample(6)
        try bed.backUp(to: "new")
        #expect(try bed.verify("old").leftOut.persons == 1)
        #expect(try bed.verify("old", keysFile: bed.path("kept")).leftOut.persons == 0)
    }

    @Test func aRotationOfMasterKeysReachesOldBackups() throws {
        let store = try bed.directory.open()
        try fill(store)
        let whole = try WholeStore(store)
        try bed.backUp(to: "old")
        let both = try Samples.keys("test", "new")
        try store.use(both)
        while try store.rotateKeys() > 0 {}
        try bed.backUp(to: "new", keys: both)
        let new = try Samples.keys("new")
        #expect(try bed.restore("old", keys: new).leftOut.encounters == 0)
        #expect(try WholeStore(bed.open(keys: new)) == whole)
    }

    @Test func aRestoredStoreIsBackedUpLikeAnyOther() throws {
        let store = try bed.directory.open()
        try fill(store)
        try bed.backUp(to: "first")
        try bed.restore("first")
        store.close()
        let restored = try bed.open()
        try restored.enrolSample(50)
        _ = try StoreBackup.make(
            of: bed.path("restored"), keys: Samples.keys(), to: bed.path("second"), keysTo: bed.path("new-keys"),
            by: BackupBed.maker)
        try bed.restore("second", to: "again", keysFile: bed.path("new-keys"))
        #expect(try WholeStore(bed.open("again")) == WholeStore(restored))
        #expect(try bed.verify("first").leftOut.encounters == 0)
    }

    /// Every person whole, and nobody without whom came before: whatever the moment, it is one.
    @Test func aBackupBesideAWriterIsOfOneMoment() async throws {
        let store = try bed.directory.open()
        try fill(store)
        let writing = Task.detached {
            var number = 100
            while !Task.isCancelled {
                try store.enrolSample(number)
                let content = EncounterContent(takenAt: 1, records: Samples.records(number + 1))
                _ = try store.apply([
                    .addEncounter(Samples.person(number), content),
                    .update(Samples.person(2), encounter: 2, content.records),
                ])
                if number.isMultiple(of: 3) { try store.deleteSample(number) }
                number += 1
            }
        }
        defer { writing.cancel() }
        for round in 1...5 {
            let acknowledged = try store.counts().sequence
            let manifest = try bed.backUp(to: "backup-\(round)")
            #expect(manifest.sequence >= acknowledged)
            #expect(try bed.restore("backup-\(round)", to: "restored-\(round)").leftOut.encounters == 0)
            let restored = try bed.open("restored-\(round)")
            #expect(try restored.check().isSound)
            #expect(try restored.counts().sequence == manifest.sequence)
            let numbers = try restored.all().flatMap { $0.encounters.map(\.changed) }
            let deleted = try restored.deletions(after: 0, limit: .max).map(\.sequence)
            #expect(max(numbers.max() ?? 0, deleted.max() ?? 0) == manifest.sequence)
        }
        writing.cancel()
        _ = try await writing.value
    }

    @Test func progressIsTold() throws {
        let store = try bed.directory.open()
        try fill(store)
        var seen: [BackupProgress] = []
        _ = try StoreBackup.make(
            of: bed.directory.store, keys: Samples.keys(), to: bed.path("backup"), keysTo: bed.keysFile,
            by: BackupBed.maker
        ) { seen.append($0) }
        #expect(seen.contains(.copying(6, of: 6)) && seen.last == .verifying(6, of: 6))
    }
}
