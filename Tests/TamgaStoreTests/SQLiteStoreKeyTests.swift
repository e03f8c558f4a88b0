import Foundation
import GRDB
import TamgaCrypto
import TamgaStore
import TamgaStoreSQLite
import Testing

/// Master keys: what does not open without them, and how one takes the place of another.
@Suite struct SQLiteStoreKeyTests {
    let directory: TemporaryDirectory

    /// Persons 1 to 5, sealed under the key "old".
    init() throws {
        directory = try TemporaryDirectory()
        let store = try open("old")
        for number in 1...5 { try store.enrolSample(number) }
        store.close()
    }

    private func open(_ ids: String..., access: SQLiteStore.Access = .readWrite) throws -> SQLiteStore {
        try SQLiteStore(directory: directory.store, keys: ring(ids), access: access)
    }

    private func ring(_ ids: [String]) throws -> KeyRing {
        let lines = ids.map { Samples.line($0) }
        return try KeyRing(parsing: Array(lines.joined().utf8))
    }

    @Test(arguments: [SQLiteStore.Access.readWrite, .readOnly])
    func withoutItsKeyAStoreDoesNotOpenAndSaysWhichIsMissing(_ access: SQLiteStore.Access) throws {
        let before = try directory.content()["tamga.sqlite"]
        let error = #expect(throws: StoreError.self) { try open("new", access: access) }
        #expect(error?.code == .keyMissing)
        #expect(error?.message.contains("'old'") == true)
        #expect(try directory.content()["tamga.sqlite"] == before)
    }

    @Test func anotherKeyOfTheSameNameIsRefused() throws {
        let line = Samples.line("new").replacing("new", with: "old")
        let ring = try KeyRing(parsing: Array(line.utf8))
        let error = #expect(throws: StoreError.self) { try SQLiteStore(directory: directory.store, keys: ring) }
        #expect(error?.code == .keyMissing)
        #expect(error?.message.contains("'old'") == true)
    }

    @Test func nothingOfARecordLiesOpenInTheFiles() throws {
        let store = try open("old")
        let secret = [UInt8](repeating: 0xA7, count: 300)
        try store.enrolSample(9, records: [StoredRecord(position: nil, format: 1, bytes: secret)])
        for (name, content) in try directory.content() {
            #expect(content.range(of: Data(secret.prefix(8))) == nil, "\(name)")
        }
        #expect(try store.read(Samples.person(9))?.records.first?.bytes == secret)
    }

    /// Equal records are sealed differently, so that nobody sees who was registered twice.
    @Test func equalRecordsLookDifferent() throws {
        let store = try open("old")
        let records = Samples.records(1)
        for number in 20...21 { try store.enrolSample(number, records: records) }
        store.close()
        let sealed = try [6, 7].map { try directory.fetch("SELECT sealed FROM record WHERE encounter = \($0)") }
        #expect(sealed[0] != nil && sealed[0] != sealed[1])
    }

    @Test func keysAreRotatedWhileTheStoreServes() throws {
        let store = try open("old")
        let before = try store.all()
        try store.use(ring(["old", "new"]))
        try store.enrolSample(6)
        #expect(try store.masterKeys() == ["new", "old"])
        // Those of five persons and that of the segment files.
        #expect(try store.rotateKeys(atMost: 2) == 4)
        #expect(try store.all().prefix(5) == before[...], "half rotated, all readable")
        #expect(try store.check().isSound)
        #expect(code { try store.use(ring(["new"])) } == .keyMissing, "some keys are still under the old one")
        #expect(try store.rotateKeys(atMost: 2) == 2)
        #expect(try store.rotateKeys(atMost: 2) == 0)
        #expect(try store.masterKeys() == ["new"])
        try store.use(ring(["new"]))
        #expect(try store.all().prefix(5) == before[...])
        store.close()
        #expect(code { _ = try open("old") } == .keyMissing)
        let again = try open("new")
        #expect(try again.all().prefix(5) == before[...])
        #expect(try again.check().isSound)
    }

    @Test func aRotationLeftHalfwayGoesOnAfterARestart() throws {
        let store = try open("old", "new")
        #expect(try store.rotateKeys(atMost: 2) == 4)
        store.close()
        let again = try open("old", "new")
        #expect(try again.all().count == 5)
        #expect(try again.rotateKeys() == 0)
        #expect(try again.masterKeys() == ["new"])
    }

    /// Deleted persons' keys go with them: what an old copy of the file holds of them stays closed for ever.
    @Test func aDeletedPersonsKeyIsGone() throws {
        let store = try open("old")
        try store.deleteSample(3)
        _ = try store.apply(.update(Samples.person(4), encounter: 4, Samples.records(8)))
        store.close()
        #expect(try directory.fetch("SELECT wrapped FROM encounter_key WHERE encounter = 3") == nil)
        #expect(try directory.fetch("SELECT wrapped FROM encounter_key WHERE encounter = 4") != nil)
    }

    @Test func whatWasDeletedIsErasedFromTheLogWhileTheStoreServes() throws {
        let store = try open("old")
        try store.deleteSample(3)
        #expect(try directory.content()["tamga.sqlite-wal"]?.isEmpty == false)
        #expect(try store.eraseRemains())
        #expect(try directory.content()["tamga.sqlite-wal"]?.isEmpty == true)
        for (name, content) in try directory.content() {
            #expect(content.range(of: Data("person-3".utf8)) == nil, "\(name)")
        }
        #expect(try store.all().count == 4)
    }

    /// A reader that began before keeps the log; the erasure says so and is made good later.
    @Test func anErasureWaitsForNobody() throws {
        let store = try open("old")
        try store.scan { person throws(StoreError) in
            guard person.sequence == 1 else { return }
            do { try store.deleteSample(3) } catch { throw StoreError(.failed, "\(error)") }
            #expect(try !store.eraseRemains())
        }
        #expect(try store.eraseRemains())
        #expect(try directory.content()["tamga.sqlite-wal"]?.isEmpty == true)
    }
}
