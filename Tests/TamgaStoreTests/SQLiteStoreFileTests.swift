import Foundation
import GRDB
import TamgaStore
import TamgaStoreSQLite
import Testing

/// The directory, the files, who may open them, and which versions.
@Suite struct SQLiteStoreFileTests {
    let directory: TemporaryDirectory
    init() throws { directory = try TemporaryDirectory() }

    @Test func onlyTheOwnerMayReadTheFiles() throws {
        let store = try directory.open()
        try store.enrolSample(1)
        #expect(try directory.mode(directory.store) == 0o700)
        let names = try directory.content().keys.sorted()
        #expect(names == ["tamga.lock", "tamga.sqlite", "tamga.sqlite-shm", "tamga.sqlite-wal"])
        for name in names { #expect(try directory.mode("\(directory.store)/\(name)") == 0o600) }
    }

    @Test func closingFoldsTheLogIn() throws {
        let store = try directory.open()
        try store.enrolSample(1)
        _ = try store.read(Samples.person(1))
        store.close()
        #expect(try directory.content().keys.sorted() == ["tamga.lock", "tamga.sqlite"])
    }

    @Test(arguments: [
        ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("secure_delete", "1"),
        ("fullfsync", "1"), ("checkpoint_fullfsync", "1"), ("application_id", "1413565767"), ("user_version", "3"),
        ("busy_timeout", "5000"), ("trusted_schema", "0"), ("cell_size_check", "1"),
    ])
    func theWritingConnectionIsSetForDurability(pragma: String, value: String) throws {
        let store = try directory.open()
        try store.enrolSample(1)
        #expect(try store.setting(pragma) == value)
    }

    @Test func deletedBytesAreGoneFromTheFiles() throws {
        let secret = [UInt8](repeating: 0xA7, count: 300)
        let store = try directory.open()
        try store.enrolSample(1, records: [StoredRecord(position: nil, format: 1, bytes: secret)])
        try store.deleteSample(1)
        store.close()
        for (name, content) in try directory.content() {
            #expect(content.range(of: Data(secret.prefix(32))) == nil, "\(name)")
            #expect(content.range(of: Data("person-1".utf8)) == nil, "\(name)")
        }
    }

    @Test func aSecondOpenerIsRefused() throws {
        let store = try directory.open()
        #expect(code { _ = try directory.open() } == .busy)
        try store.enrolSample(1)
        store.close()
        #expect(try directory.open().counts().persons == 1)
    }

    @Test func theLockOfAKilledProcessIsGone() throws {
        try directory.open().close()
        let other = try #require(try OtherProcess(locking: "\(directory.store)/tamga.lock"))
        #expect(code { _ = try directory.open() } == .busy)
        other.kill()
        #expect(code { _ = try directory.open() } == nil)
    }

    @Test func aNewerStoreIsRefusedAndLeftAlone() throws {
        try makeStore(then: "PRAGMA user_version = 4")
        let before = try directory.content()
        #expect(code { _ = try directory.open() } == .newerThanProgram)
        #expect(try directory.content() == before)
        #expect(code { _ = try directory.open(access: .readOnly) } == .newerThanProgram)
        #expect(try directory.content()["tamga.sqlite"] == before["tamga.sqlite"])
    }

    @Test func anOlderStoreIsNotBroughtUpToDateByReading() throws {
        try makeStore(then: "PRAGMA user_version = 1")
        #expect(code { _ = try directory.open(access: .readOnly) } == .olderThanProgram)
    }

    @Test(arguments: ["PRAGMA application_id = 0", "PRAGMA application_id = 7"])
    func anotherProgramsFileIsRefusedAndLeftAlone(_ statement: String) throws {
        try makeStore(then: statement)
        let before = try directory.content()
        #expect(code { _ = try directory.open() } == .notAStore)
        #expect(try directory.content() == before)
    }

    @Test func theParentHasToBeThere() {
        #expect(code { _ = try SQLiteStore(directory: "\(directory.path)/no/data", keys: Samples.keys()) } == .missing)
    }

    @Test func aFileIsNoDirectory() throws {
        try Data().write(to: URL(filePath: directory.store))
        #expect(code { _ = try directory.open() } == .missing)
    }

    @Test func aHalfMadeStoreIsMadeAnew() throws {
        try FileManager.default.createDirectory(atPath: directory.store, withIntermediateDirectories: false)
        try Data("half".utf8).write(to: URL(filePath: "\(directory.database).new"))
        try directory.open().enrolSample(1)
        #expect(try directory.content().keys.sorted() == ["tamga.lock", "tamga.sqlite"])
    }

    @Test func aFullStoreSaysSoAndGoesOnReading() throws {
        let store = try directory.open(maximumPages: 60)
        var enrolled = 0
        let refused = code {
            while enrolled < 100 {
                try store.enrolSample(enrolled, records: Samples.records(1, count: 1, bytes: 10_000))
                enrolled += 1
            }
        }
        #expect(refused == .full)
        #expect(enrolled > 5)
        #expect(try store.counts() == StoreCounts(
            persons: UInt64(enrolled), records: UInt64(enrolled), sequence: UInt64(enrolled)))
        #expect(try store.all().count == enrolled)
        #expect(try store.check().isSound)
        try store.deleteSample(0)
        #expect(try store.enrolSample(0, records: Samples.records(1, count: 1, bytes: 9_000)) == UInt64(enrolled) + 2)
    }

    private func makeStore(then statement: String) throws {
        let store = try directory.open()
        try store.enrolSample(1)
        store.close()
        let raw = try DatabaseQueue(path: directory.database)
        try raw.writeWithoutTransaction { db in try db.execute(sql: statement) }
        try raw.close()
    }
}
