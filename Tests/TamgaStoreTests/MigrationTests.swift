import Foundation
import GRDB
import TamgaRegistry
import TamgaStore
import TamgaStoreSQLite
import TamgaTemplates
import Testing

/// A store of version 1, as the program before wrote it.
@Suite struct MigrationTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        try FileManager.default.createDirectory(atPath: directory.store, withIntermediateDirectories: false)
        try FirstVersionStore.write(directory.database)
    }

    @Test func everybodyIsKeptAndSealed() throws {
        let store = try directory.open()
        #expect(try store.all() == FirstVersionStore.persons())
        #expect(try store.counts() == StoreCounts(persons: 3, records: 6, sequence: 7))
        #expect(try store.check().findings == [])
        #expect(try store.setting("user_version") == "3")
        #expect(try store.eraseRemains())
        for (name, content) in try directory.content() {
            for person in try FirstVersionStore.persons() {
                for record in person.records {
                    #expect(content.range(of: Data(record.bytes.prefix(16))) == nil, "\(name)")
                }
            }
        }
        #expect(try store.enrolSample(50) == 8)
        store.close()
        #expect(try directory.open().all().count == 4)
    }

    @Test(arguments: [
        "UPDATE record SET bytes = zeroblob(40) WHERE person = 3 AND ordinal = 1",
        "UPDATE person SET records = 3 WHERE sequence = 3", "DELETE FROM record WHERE person = 3 AND ordinal = 1",
    ])
    func aDamagedStoreIsNotMigratedAndLeftAsItWas(_ damage: String) throws {
        let raw = try DatabaseQueue(path: directory.database)
        try raw.write { db in try db.execute(sql: damage) }
        try raw.close()
        #expect(code { _ = try directory.open() } == .corrupt)
        #expect(code { _ = try directory.open(access: .readOnly) } == .olderThanProgram)
        #expect(try directory.fetch("SELECT bytes FROM record WHERE person = 1") != nil)
    }
}

/// A store of version 2, as the program before facts wrote it.
@Suite struct SecondVersionMigrationTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        try FileManager.default.createDirectory(atPath: directory.store, withIntermediateDirectories: false)
        try SecondVersionStore.write(directory.database)
    }

    @Test func everybodyIsKeptAndCanHaveFacts() throws {
        let store = try directory.open()
        #expect(try store.all() == SecondVersionStore.persons())
        #expect(try store.counts() == SecondVersionStore.counts)
        #expect(try store.deletions(after: 0, limit: 9).map(\.sequence) == [8])
        #expect(try store.check().findings == [])
        #expect(try store.setting("user_version") == "3")
        #expect(try store.allFacts().isEmpty)
        #expect(try store.noteSamples(1, nil, 2) == 9)
        _ = try store.apply(.merge(Samples.person(1), into: Samples.person(2)))
        #expect(try store.check().findings == [])
        store.close()
        let again = try directory.open()
        #expect(try again.facts(of: Samples.person(2)).map(\.ordinal) == [0, 2])
        #expect(try again.allFacts().count == 3)
        #expect(try again.check().findings == [])
    }

    @Test func readingDoesNotBringItUpToDate() throws {
        let before = try directory.content()["tamga.sqlite"]
        #expect(code { _ = try directory.open(access: .readOnly) } == .olderThanProgram)
        #expect(try directory.content()["tamga.sqlite"] == before)
    }

    /// The migration looks at no row; what is damaged is named afterwards as it was before.
    @Test func whatWasDamagedBeforeIsNamedAfterwards() throws {
        let raw = try DatabaseQueue(path: directory.database)
        try raw.write { db in try db.execute(sql: "UPDATE person SET encounters = 3 WHERE number = 2") }
        try raw.close()
        let report = try directory.open().check()
        #expect(Set(report.findings.map(\.kind)) == [.checksum, .count])
        #expect(report.findings.allSatisfy { $0.sequence == 2 })
    }
}

/// Writes what version 1 wrote, with code of its own.
enum FirstVersionStore {
    /// The persons in it, as version 2 has them: numbers 1, 3 and 7 of 7 changes.
    static func persons() throws -> [PersonRecord] {
        try [1, 3, 7].map { number in
            PersonRecord(
                person: try Samples.person(number), records: Samples.records(number), enrolledAt: Int64(number),
                sequence: UInt64(number))
        }
    }

    static func write(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try db.execute(sql: schema)
            for person in try persons() { try insert(person, db) }
        }
        try queue.close()
    }

    private static func insert(_ person: PersonRecord, _ db: Database) throws {
        let name = Array(person.person.text.utf8)
        let numbers = [person.sequence, UInt64(bitPattern: person.enrolledAt), UInt64(person.records.count)]
        try db.execute(
            sql: "INSERT INTO person VALUES (?, ?, ?, ?, ?)",
            arguments: [
                Int64(person.sequence), person.person.text, person.enrolledAt, person.records.count,
                Int64(checksum(numbers, name)),
            ])
        for (ordinal, record) in person.records.enumerated() {
            let position = record.position.map { UInt64($0.rawValue) } ?? .max
            let numbers = [person.sequence, UInt64(ordinal), position, UInt64(record.format)]
            try db.execute(
                sql: "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    Int64(person.sequence), ordinal, record.position.map { Int64($0.rawValue) },
                    Int64(record.format), Data(record.bytes), Int64(checksum(numbers, record.bytes)),
                ])
        }
    }

    /// CRC-32C bit by bit over the numbers, eight bytes each, then the bytes.
    private static func checksum(_ numbers: [UInt64], _ bytes: [UInt8]) -> UInt32 {
        let all = numbers.flatMap { number in
            (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
        }
        var value = UInt32.max
        for byte in all + bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1 }
        }
        return ~value
    }

    private static let schema = """
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        INSERT INTO grdb_migrations VALUES ('1');
        CREATE TABLE store (
            id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL CHECK (sequence >= 0),
            persons INTEGER NOT NULL CHECK (persons >= 0), records INTEGER NOT NULL CHECK (records >= 0)
        ) STRICT;
        INSERT INTO store VALUES (1, 7, 3, 6);
        CREATE TABLE person (
            sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, enrolled_at INTEGER NOT NULL,
            records INTEGER NOT NULL, checksum INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE record (
            person INTEGER NOT NULL REFERENCES person (sequence) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
            position INTEGER, format INTEGER NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL,
            PRIMARY KEY (person, ordinal)
        ) STRICT, WITHOUT ROWID;
        PRAGMA application_id = 1413565767;
        PRAGMA user_version = 1;
        """
}
