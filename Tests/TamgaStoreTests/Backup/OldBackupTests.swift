import Foundation
import TamgaCrypto
import TamgaStore
import TamgaStoreSQLite
import Testing

/// A backup as the program before facts made it: form 1, around a store of version 2.
@Suite struct OldBackupTests {
    let bed: BackupBed
    let store: SQLiteStore

    /// A store of version 2, brought up to date and backed up; and what was its backup before, beside it.
    init() throws {
        bed = try BackupBed()
        try FileManager.default.createDirectory(atPath: bed.directory.store, withIntermediateDirectories: false)
        try SecondVersionStore.write(bed.directory.database)
        store = try bed.directory.open()
        let manifest = try bed.backUp(to: "new")
        try FileManager.default.createDirectory(atPath: bed.path("old"), withIntermediateDirectories: false)
        try SecondVersionStore.write(bed.path("old/tamga.sqlite"), withKeys: false)
        try Self.manifest(like: manifest, of: bed.path("old/tamga.sqlite"), sealedWith: store.segmentKey())
            .write(to: URL(filePath: bed.path("old/manifest.json")))
    }

    @Test func itIsVerifiedAndBecomesAStoreOfToday() throws {
        let whole = try WholeStore(store)
        let found = try bed.verify("old")
        #expect(found.restored == BackupCounts(persons: 2, encounters: 4, records: 6))
        #expect(found.leftOut == BackupCounts(persons: 0, encounters: 0, records: 0))
        #expect(try bed.restore("old") == found)
        let restored = try bed.open()
        #expect(try WholeStore(restored) == whole)
        #expect(try restored.all() == SecondVersionStore.persons())
        #expect(try restored.setting("user_version") == "3")
        #expect(try restored.check().findings == [])
        #expect(try restored.noteSamples(1) == 9)
        try bed.backUp(of: bed.path("restored"), to: "next", keysTo: bed.path("next-keys"))
        #expect(try bed.verify("next", keysFile: bed.path("next-keys")).restored.facts == 1)
    }

    @Test func whatWasDeletedSinceIsLeftOut() throws {
        try store.noteSamples(1, 2)
        try store.deleteSample(1)
        try bed.backUp(to: "newer")
        let found = try bed.verify("old")
        #expect(found.restored == BackupCounts(persons: 1, encounters: 2, records: 3))
        #expect(found.leftOut == BackupCounts(persons: 1, encounters: 2, records: 3))
        #expect(try bed.restore("old") == found)
        let restored = try bed.open()
        #expect(try restored.all() == [SecondVersionStore.persons()[1]])
        #expect(try restored.check().findings == [])
        #expect(try restored.counts() == StoreCounts(persons: 1, records: 3, sequence: 10))
    }

    @Test func itIsHeldAgainstItsSealAsItsOwnFormHasIt() throws {
        for (old, new) in [("\"records\" : 6", "\"records\" : 5"), ("\"format\" : 1", "\"format\" : 2")] {
            let whole = try Data(contentsOf: URL(filePath: bed.path("old/manifest.json")))
            let text = String(decoding: whole, as: UTF8.self)
            #expect(text.contains(old))
            try bed.edit("old/manifest.json") { $0 = Data(text.replacing(old, with: new).utf8) }
            #expect(throws: BackupError.self) { try bed.verify("old") }
            try bed.edit("old/manifest.json") { $0 = whole }
        }
        #expect(try bed.verify("old").manifest.format == 1)
    }

    /// Of form 1, with code of its own.
    private static func manifest(
        like new: BackupManifest, of database: String, sealedWith key: SecretKey
    ) throws -> Data {
        let content = try Array(Data(contentsOf: URL(filePath: database)))
        let sha256 = Hex.text(try SHA256.digest(content))
        let texts = [new.program, new.identity, sha256, new.keysSHA256] + new.masterKeys
        var sealed = Array("tamga backup 1".utf8)
        func add(_ number: UInt64) { sealed += (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) } }
        for text in texts {
            add(UInt64(text.utf8.count))
            sealed += Array(text.utf8)
        }
        for number in [UInt64(texts.count), 8, 2, 4, 6, UInt64(content.count), UInt64(new.madeAt)] { add(number) }
        let nonce = [UInt8](repeating: 5, count: 12)
        let seal = nonce + (try AES256GCM.seal([], key: key, nonce: nonce, associatedData: sealed))
        let members: [String: Any] = [
            "format": 1, "program": new.program, "identity": new.identity, "sequence": 8,
            "counts": ["persons": 2, "encounters": 4, "records": 6], "madeAt": new.madeAt, "bytes": content.count,
            "sha256": sha256, "keysSHA256": new.keysSHA256, "masterKeys": new.masterKeys, "seal": Hex.text(seal),
        ]
        return try JSONSerialization.data(withJSONObject: members, options: [.prettyPrinted, .sortedKeys])
    }
}
