import Foundation
import TamgaCrypto
import TamgaStore
import TamgaStoreSQLite
import Testing

/// What is not made, not believed and not restored, and that each says why.
@Suite struct BackupRefusalTests {
    let bed: BackupBed
    let store: SQLiteStore

    /// Persons 1 to 5, 2 deleted, and a backup.
    init() throws {
        bed = try BackupBed()
        store = try bed.directory.open()
        for number in 1...5 { try store.enrolSample(number) }
        try store.deleteSample(2)
        try bed.backUp()
    }

    /// The error of a call, which leaves nothing behind but what was there.
    private func refusal(_ call: () throws -> Void) throws -> BackupError {
        let before = try bed.names()
        let error = try #require(throws: BackupError.self) { try call() }
        #expect(try bed.names() == before)
        #expect(!error.description.contains("person-"))
        return error
    }

    /// Both verifying and restoring refuse, for the same reason.
    private func refusedBackup(keysFile: String? = nil, keys: KeyRing? = nil) throws -> BackupError {
        let error = try refusal { _ = try bed.verify(keysFile: keysFile, keys: keys) }
        #expect(try refusal { try bed.restore(keysFile: keysFile, keys: keys) } == error)
        return error
    }

    private func path(_ name: String) -> String { bed.path(name) }

    @Test func nothingIsOverwritten() throws {
        let manifest = try Data(contentsOf: URL(filePath: path("backup/manifest.json")))
        #expect(try refusal { try bed.backUp() } == .targetExists(path("backup")))
        #expect(try Data(contentsOf: URL(filePath: path("backup/manifest.json"))) == manifest)
        #expect(try refusal { try bed.restore(to: "data") } == .targetExists(path("data")))
        try FileManager.default.createDirectory(atPath: path("empty"), withIntermediateDirectories: false)
        try bed.restore(to: "empty")
        #expect(try bed.open("empty").counts().persons == 4)
        #expect(try refusal { try bed.restore(to: "keys.tamga") } == .targetExists(path("keys.tamga")))
    }

    /// A drill's server and the real one part ways with the restore: neither may put its keys in the place of the
    /// other's.
    @Test func aRestoredStoreDoesNotReplaceTheKeysItCameFrom() throws {
        try bed.restore(to: "drill")
        let before = try Data(contentsOf: URL(filePath: bed.keysFile))
        let drill = bed.directory.path + "/drill"
        #expect(
            try refusal { try bed.backUp(of: drill, to: "second", keysTo: bed.keysFile) }
                == .keysOfAnotherStore(file: bed.keysFile))
        #expect(try Data(contentsOf: URL(filePath: bed.keysFile)) == before)
        try bed.backUp(of: drill, to: "second", keysTo: path("drill-keys"))
        #expect(try refusedBackup(keysFile: path("drill-keys")) == .keysOfAnotherStore(file: path("drill-keys")))
    }

    @Test func keysOfAnotherStoreAreNeitherUsedNorReplaced() throws {
        let other = try BackupBed()
        try other.directory.open().enrolSample(1)
        try other.backUp()
        #expect(try refusedBackup(keysFile: other.keysFile) == .keysOfAnotherStore(file: other.keysFile))
        let before = try Data(contentsOf: URL(filePath: other.keysFile))
        #expect(
            try refusal { try bed.backUp(to: "second", keysTo: other.keysFile) }
                == .keysOfAnotherStore(file: other.keysFile))
        #expect(try Data(contentsOf: URL(filePath: other.keysFile)) == before)
        #expect(try other.names() == ["backup", "data", "keys.tamga"])
    }

    @Test func aFileThatHoldsNoKeysIsNotReplaced() throws {
        try bed.edit("keys.tamga") { $0 = Data("my notes".utf8) }
        let error = try refusal { try bed.backUp(to: "second") }
        guard case .keysFile(path("keys.tamga"), _) = error else { return #expect(Bool(false), "\(error)") }
        #expect(try Data(contentsOf: URL(filePath: bed.keysFile)) == Data("my notes".utf8))
    }

    @Test func keysOlderThanTheBackupAreNotUsed() throws {
        try bed.copy("keys.tamga", to: "kept")
        try store.enrolSample(9)
        try bed.backUp(to: "second")
        #expect(
            try refusal { _ = try bed.restore("second", keysFile: path("kept")) }
                == .keysOlder(file: path("kept"), sequence: 6, needed: 7))
    }

    @Test func keysNewerThanTheStoreAreNotReplaced() throws {
        // As where an old copy of the whole data directory was put in the place of the newest.
        try bed.execute("keys.tamga", "UPDATE head SET sequence = 99")
        let known = try store.counts().sequence
        #expect(
            try refusal { try bed.backUp(to: "second") }
                == .keysNewer(file: bed.keysFile, sequence: 99, store: known))
    }

    @Test func withoutItsMasterKeyNothingOpens() throws {
        let error = try refusedBackup(keys: Samples.keys("other"))
        guard case .store(let cause) = error else { return #expect(Bool(false), "\(error)") }
        #expect(cause.code == .keyMissing && cause.message.contains("'test'"))
        let making = try refusal { try bed.backUp(to: "second", keys: Samples.keys("other")) }
        guard case .store(let cause) = making else { return #expect(Bool(false), "\(making)") }
        #expect(cause.code == .keyMissing)
    }

    @Test(arguments: ["backup/tamga.sqlite", "backup/manifest.json", "keys.tamga"])
    func aMissingFileIsNamed(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path(name))
        guard case .store(let cause) = try refusedBackup() else { return #expect(Bool(false)) }
        #expect(cause.code == .missing)
    }

    @Test(arguments: ["backup/tamga.sqlite", "backup/manifest.json", "keys.tamga"])
    func aCutFileIsNamed(_ name: String) throws {
        for length in [0, 1, 100, -4_096, -1] {
            let whole = try Data(contentsOf: URL(filePath: path(name)))
            try bed.edit(name) { $0 = $0.prefix(length < 0 ? max(0, $0.count + length) : length) }
            // The last byte of the manifest is the end of its line.
            let isShorter = try Data(contentsOf: URL(filePath: path(name))).count < whole.count
            guard isShorter, length != -1 || name.hasSuffix("e") else { continue }
            let error = try refusedBackup()
            #expect(error.description.contains(path(name)), "\(length): \(error)")
            try bed.edit(name) { $0 = whole }
        }
    }

    /// Bits all over the three files.
    @Test(arguments: [("backup/tamga.sqlite", 997), ("backup/manifest.json", 3), ("keys.tamga", 499)])
    func aFlippedBitIsNamedOrHarmless(_ name: String, _ stride: Int) throws {
        let whole = try Data(contentsOf: URL(filePath: path(name)))
        let sound = try bed.verify()
        var refused = 0
        for bit in Swift.stride(from: 0, to: whole.count * 8, by: stride) {
            try bed.edit(name) { $0[bit / 8] ^= 1 << (bit % 8) }
            do {
                // Bits that mean nothing: spaces of the manifest, free space of SQLite's pages.
                let found = try bed.verify()
                #expect(found == sound && name != "backup/tamga.sqlite", "bit \(bit)")
            } catch let error as BackupError {
                refused += 1
                // A manifest may look like that of another store, or like a later one.
                // And what a master key is tried on cannot be told from a key that is another one.
                let others = ["another store", "this program knows", "master key"]
                let isNamed = error.description.contains(path(name)) || others.contains { "\(error)".contains($0) }
                #expect(isNamed, "bit \(bit): \(error)")
            }
            try bed.edit(name) { $0 = whole }
        }
        #expect(refused > 0)
        #expect(try bed.verify() == sound)
    }

    /// Whoever can write to the place of the backups and knows the form, but has no master key.
    @Test func aForgedBackupIsNotBelieved() throws {
        try bed.edit("backup/manifest.json") { data in
            let text = String(decoding: data, as: UTF8.self)
            data = Data(text.replacing("\"persons\" : 4", with: "\"persons\" : 3").utf8)
        }
        #expect(try refusedBackup() == .seal(file: path("backup/manifest.json")))
    }

    @Test func keysThatWereTakenOutOfTheFileAreMissed() throws {
        try bed.execute("keys.tamga", "DELETE FROM encounter_key WHERE encounter = 3")
        let error = try refusedBackup()
        #expect(error == .keysFile(file: bed.keysFile, reason: "its seal does not hold"))
    }

    @Test func aLaterFormIsRefusedAsSuch() throws {
        try bed.edit("backup/manifest.json") { data in
            data = Data(String(decoding: data, as: UTF8.self).replacing("\"format\" : 2", with: "\"format\" : 3").utf8)
        }
        #expect(try refusedBackup() == .newerFormat(3, known: 2))
    }

    @Test func aDamagedStoreIsNotBackedUp() throws {
        store.close()
        try bed.execute(
            "data/tamga.sqlite", "UPDATE record SET sealed = zeroblob(56) WHERE encounter = 3 AND ordinal = 1")
        let keys = try Data(contentsOf: URL(filePath: bed.keysFile))
        let error = try refusal { try bed.backUp(to: "second") }
        guard case .damaged(_, let findings, 1) = error else { return #expect(Bool(false), "\(error)") }
        #expect(findings.first?.kind == .checksum && findings.first?.sequence == 3)
        #expect(try Data(contentsOf: URL(filePath: bed.keysFile)) == keys, "the old keys are there")
    }

    @Test func whatAKilledProcessLeftIsNoHindrance() throws {
        for name in ["second.unfinished", "restored.unfinished"] {
            try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: false)
            try Data("half".utf8).write(to: URL(filePath: path("\(name)/tamga.sqlite")))
        }
        try Data("half".utf8).write(to: URL(filePath: path("keys.tamga.unfinished")))
        try bed.backUp(to: "second")
        try bed.restore("second")
        #expect(try bed.names() == ["backup", "data", "keys.tamga", "restored", "second"])
    }

    @Test func aFolderThatIsNoDraftIsLeftAlone() throws {
        try FileManager.default.createDirectory(atPath: path("second.unfinished"), withIntermediateDirectories: false)
        try Data("mine".utf8).write(to: URL(filePath: path("second.unfinished/notes")))
        #expect(try refusal { try bed.backUp(to: "second") } == .draftInTheWay(path("second.unfinished")))
        #expect(try bed.names("second.unfinished") == ["notes"])
    }

    @Test func noStoreIsNoBackup() throws {
        let error = try refusal {
            _ = try StoreBackup.make(
                of: path("nowhere"), keys: Samples.keys(), to: path("second"), keysTo: bed.keysFile,
                by: BackupBed.maker)
        }
        guard case .store(let cause) = error else { return #expect(Bool(false), "\(error)") }
        #expect(cause.code == .missing)
    }
}
