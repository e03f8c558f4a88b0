import Foundation
import TamgaStore
import TamgaStoreSQLite
import Testing

/// Reading without the right to write.
@Suite struct SQLiteStoreReadOnlyTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        let store = try directory.open()
        for number in 1...3 { try store.enrolSample(number) }
        store.close()
    }

    @Test func readsAndChecksWithoutChangingTheFile() throws {
        let before = try directory.content()["tamga.sqlite"]
        let store = try directory.open(access: .readOnly)
        #expect(try store.all().map(\.sequence) == [1, 2, 3])
        #expect(try store.read(Samples.person(2))?.records == Samples.records(2))
        #expect(try store.check().isSound)
        store.close()
        #expect(try directory.content()["tamga.sqlite"] == before)
    }

    @Test func refusesChanges() throws {
        let store = try directory.open(access: .readOnly)
        #expect(code { try store.enrolSample(4) } == .readOnly)
        #expect(code { try store.deleteSample(1) } == .readOnly)
        #expect(try store.counts() == StoreCounts(persons: 3, records: 6, sequence: 3))
    }

    @Test func readsBesideAWriter() throws {
        let writer = try directory.open()
        let reader = try directory.open(access: .readOnly)
        try writer.enrolSample(4)
        #expect(try reader.counts().persons == 4)
        #expect(try reader.check().isSound)
        reader.close()
        writer.close()
        #expect(try directory.open().counts().persons == 4)
    }

    @Test func makesNoStore() throws {
        let nowhere = "\(directory.path)/nowhere"
        #expect(code { _ = try SQLiteStore(directory: nowhere, keys: Samples.keys(), access: .readOnly) } == .missing)
        #expect(!FileManager.default.fileExists(atPath: nowhere))
    }

    @Test func aDirectoryThatMayNotBeWrittenIsRefusedForWriting() throws {
        try makeUnwritable()
        #expect(unprivileged { code { _ = try directory.open() } } == .readOnly)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: directory.path)
        let new = "\(directory.path)/new"
        #expect(unprivileged { code { _ = try SQLiteStore(directory: new, keys: Samples.keys()) } } == .readOnly)
        try makeWritable()
    }

    /// A link to nowhere in the place of the file of shared memory stops even the superuser from making it.
    @Test func aStoreBesideWhichNothingCanBeMadeIsStillChecked() throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(directory.database)-shm", withDestinationPath: "nowhere")
        let store = try directory.open(access: .readOnly)
        #expect(try store.check().isSound)
        #expect(try store.all().count == 3)
        #expect(code { try store.enrolSample(4) } == .readOnly)
        store.close()
    }

    private func makeUnwritable() throws {
        let files = FileManager.default
        for name in try directory.content().keys {
            try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: "\(directory.store)/\(name)")
        }
        try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: directory.store)
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: directory.path)
    }

    private func makeWritable() throws {
        for path in [directory.path, directory.store] {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
    }
}
