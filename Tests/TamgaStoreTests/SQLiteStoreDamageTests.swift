import Foundation
import GRDB
import TamgaStore
import TamgaStoreSQLite
import Testing

/// What the store says when its file is not what it wrote.
@Suite struct SQLiteStoreDamageTests {
    let directory: TemporaryDirectory

    /// Persons 1 to 5 with two records each, closed.
    init() throws {
        directory = try TemporaryDirectory()
        let store = try directory.open()
        for number in 1...5 { try store.enrolSample(number) }
        store.close()
    }

    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let kind: StoreReport.Finding.Kind
    }

    /// Statements that damage person 3, and the kind of finding a check makes of each.
    static let damages: [Damage] = [
        ("UPDATE record SET sealed = zeroblob(length(sealed)) WHERE encounter = 3 AND ordinal = 1", .checksum),
        ("UPDATE record SET sealed = substr(sealed, 1, 39) WHERE encounter = 3 AND ordinal = 0", .checksum),
        ("UPDATE record SET sealed = x'' WHERE encounter = 3 AND ordinal = 0", .checksum),
        ("UPDATE record SET position = 1 - ifnull(position, 0) WHERE encounter = 3 AND ordinal = 0", .checksum),
        ("UPDATE record SET position = NULL WHERE encounter = 3 AND ordinal = 0", .checksum),
        ("UPDATE record SET position = 77 WHERE encounter = 3 AND ordinal = 0", .checksum),
        ("UPDATE record SET position = -1 WHERE encounter = 3 AND ordinal = 0", .checksum),
        ("UPDATE record SET format = 257 WHERE encounter = 3 AND ordinal = 0", .checksum),
        ("UPDATE record SET format = 65537 WHERE encounter = 3 AND ordinal = 0", .checksum),
        ("UPDATE record SET ordinal = 7 WHERE encounter = 3 AND ordinal = 1", .checksum),
        ("UPDATE record SET sealed = (SELECT sealed FROM record WHERE encounter = 2 AND ordinal = 0) "
            + "WHERE encounter = 3 AND ordinal = 0", .checksum),
        ("UPDATE encounter_key SET wrapped = zeroblob(60) WHERE encounter = 3", .checksum),
        ("UPDATE encounter_key SET wrapped = x'' WHERE encounter = 3", .checksum),
        ("UPDATE encounter_key SET wrapped = (SELECT wrapped FROM encounter_key WHERE encounter = 2) "
            + "WHERE encounter = 3", .checksum),
        ("DELETE FROM encounter_key WHERE encounter = 3", .checksum),
        ("UPDATE encounter SET taken_at = taken_at + 1 WHERE number = 3", .checksum),
        ("UPDATE encounter SET place = 1 WHERE number = 3", .checksum),
        ("UPDATE encounter SET changed = 4 WHERE number = 3", .checksum),
        ("UPDATE encounter SET records = 1 WHERE number = 3", .checksum),
        ("UPDATE encounter SET checksum = -1 WHERE number = 3", .checksum),
        ("UPDATE person SET id = 'person-x' WHERE number = 3", .checksum),
        ("UPDATE person SET id = '' WHERE number = 3", .checksum),
        ("UPDATE person SET id = 'қ' WHERE number = 3", .checksum),
        ("UPDATE person SET encounters = 2 WHERE number = 3", .checksum),
        ("UPDATE person SET checksum = 0 WHERE number = 3", .checksum),
        ("DELETE FROM record WHERE encounter = 3 AND ordinal = 1", .count),
        ("DELETE FROM record WHERE encounter = 3", .count),
        ("DELETE FROM encounter WHERE number = 3", .count),
    ].map(Damage.init)

    @Test(arguments: damages)
    func aDamagedRowIsNamed(_ damage: Damage) throws {
        try edit(damage.testDescription)
        let store = try directory.open()
        var seen: [UInt64] = []
        let error = try #require(throws: StoreError.self) {
            try store.scan { person throws(StoreError) in seen.append(person.sequence) }
        }
        #expect(error.code == .corrupt)
        #expect(error.sequence == 3)
        #expect(error.message.contains("row 3"))
        #expect(!error.description.contains("person-"))
        #expect(seen == [1, 2])
        #expect(try store.read(Samples.person(4))?.records == Samples.records(4))
        let report = try store.check()
        #expect(report.findings.contains { $0.kind == damage.kind && $0.sequence == 3 })
        #expect(report.findings.allSatisfy { $0.sequence == 3 || $0.kind == .count })
    }

    /// 40 bytes and the tag of 16.
    @Test(arguments: [0, 7, 100, 319, 320, 447])
    func oneFlippedBitOfARecordIsNamed(_ bit: Int) throws {
        let whole = try #require(try directory.fetch("SELECT sealed FROM record WHERE encounter = 3 AND ordinal = 1"))
        var bytes = Array(whole)
        #expect(bytes.count == 56)
        bytes[bit / 8] ^= 1 << (bit % 8)
        try edit("UPDATE record SET sealed = ? WHERE encounter = 3 AND ordinal = 1", [Data(bytes)])
        let store = try directory.open()
        let error = try #require(throws: StoreError.self) { _ = try store.read(Samples.person(3)) }
        #expect(error == StoreError(.corrupt, "record 1 of encounter row 3 is not what was written", sequence: 3))
        #expect(try store.check().findings == [.init(.checksum, error.message, sequence: 3)])
    }

    @Test func reportsARecordThatChangedOwner() throws {
        try edit("UPDATE encounter SET person = 9 WHERE number = 2")
        let report = try directory.open().check()
        #expect(report.findings.contains { $0.kind == .reference && $0.sequence == 9 })
        #expect(report.findings.contains { $0.kind == .checksum && $0.sequence == 2 })
        #expect(report.findings.contains { $0.kind == .count && $0.sequence == 2 })
    }

    @Test func reportsWrongTotals() throws {
        try edit("UPDATE store SET persons = 6")
        let report = try directory.open().check()
        #expect(report.findings.map(\.kind) == [.count])
        #expect(report.counts == StoreCounts(persons: 5, records: 10, sequence: 5))
    }

    @Test func refusesToCountOnFromALowerNumber() throws {
        try edit("UPDATE store SET sequence = 4")
        #expect(code { _ = try directory.open() } == .corrupt)
        let report = try directory.open(access: .readOnly).check()
        #expect(report.findings.map(\.kind) == [.count])
    }

    @Test func noTotalsAreNoCrash() throws {
        try edit("DELETE FROM store")
        #expect(code { _ = try directory.open() } == .corrupt)
        let store = try directory.open(access: .readOnly)
        #expect(code { _ = try store.counts() } == .corrupt)
        #expect(try store.check().findings.map(\.kind) == [.count])
    }

    @Test func keepsOnlySoManyFindings() throws {
        let extra = StoreReport.findingsKept + 10
        try edit(
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < \(extra - 1))
            INSERT INTO record SELECT 5, 10 + i, NULL, 1, x'00' FROM n
            """)
        let report = try directory.open().check()
        #expect(report.findings.count == StoreReport.findingsKept)
        #expect(report.findingCount == extra + 2)
        #expect(!report.isSound)
    }

    /// Any prefix of the file is an error of the store or, where the log makes up for it, a sound store: no crash.
    @Test(arguments: [0, 1, 16, 99, 100, 512, 4_095, 4_096, 4_097, 8_192, 12_288, 16_384])
    func aTruncatedFileIsATypedError(_ bytes: Int) throws {
        let whole = try #require(try directory.content()["tamga.sqlite"])
        #expect(whole.count > 16_384)
        try whole.prefix(bytes).write(to: URL(filePath: directory.database))
        let expected: [StoreError.Code] = bytes < 100 ? [.notAStore, .corrupt] : [.corrupt]
        for access in [SQLiteStore.Access.readWrite, .readOnly] {
            let found = code { _ = try directory.open(access: access).all() }
            #expect(found.map(expected.contains) == true)
        }
        #expect(try directory.content()["tamga.sqlite"] == whole.prefix(bytes))
    }

    @Test func anythingElseIsNoStore() throws {
        try Data("not a database, but longer than the hundred bytes of a header, as it has to be for this".utf8)
            .write(to: URL(filePath: directory.database))
        let found = code { _ = try directory.open() }
        #expect(found == .corrupt)
    }

    /// One bit of every 151st byte in turn: whatever is hit, the store answers or throws, and never gives other
    /// records than were enrolled.
    @Test func noFlippedBitGivesOtherRecords() throws {
        let whole = try #require(try directory.content()["tamga.sqlite"])
        let enrolled = try (1...5).map { ($0, try Samples.person($0), Samples.records($0)) }
        var detected = 0
        for place in stride(from: 0, to: whole.count, by: 151) {
            var flipped = whole
            flipped[place] ^= 1 << UInt8(place % 8)
            try flipped.write(to: URL(filePath: directory.database))
            do {
                let store = try directory.open(access: .readOnly)
                try store.scan { person throws(StoreError) in
                    let same = enrolled.contains {
                        UInt64($0.0) == person.sequence && $0.1 == person.person && $0.2 == person.records
                    }
                    #expect(same, "byte \(place)")
                }
                if try !store.check().isSound { detected += 1 }
            } catch {
                detected += 1
            }
        }
        #expect(detected > 3)
    }

    /// Found by a flipped bit: every reader was content, and the next start was not.
    @Test(arguments: [
        "UPDATE sqlite_schema SET sql = replace(sql, 'persons >= 0', 'perqons >= 0') WHERE name = 'store'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'deleted_at', 'deleted_ax') WHERE name = 'deletion'",
        "DROP INDEX encounter_key_master", "CREATE TABLE other (a)",
    ])
    func aSchemaThatIsNotOursIsNamed(_ damage: String) throws {
        try edit("PRAGMA writable_schema = ON; " + damage)
        let report = try directory.open(access: .readOnly).check()
        #expect(report.findings.contains { $0.kind == .structure && $0.message.contains("schema") }, "\(report)")
    }

    @Test func aLogWithoutItsFileIsNotTakenForANewStore() throws {
        try FileManager.default.removeItem(atPath: directory.database)
        try Data([1]).write(to: URL(filePath: "\(directory.database)-wal"))
        #expect(code { _ = try directory.open() } == .corrupt)
    }

    @Test func aChainOfDeletionsThatWasChangedIsNamed() throws {
        let store = try directory.open()
        for number in 1...3 { try store.deleteSample(number) }
        #expect(try store.check().isSound)
        store.close()
        for change in [
            "UPDATE deletion SET deleted_at = deleted_at + 1 WHERE sequence = 7",
            "DELETE FROM deletion WHERE sequence = 7",
            "UPDATE deletion SET digest = zeroblob(32) WHERE sequence = 6",
        ] {
            let before = try #require(try directory.content()["tamga.sqlite"])
            try edit(change)
            let report = try directory.open(access: .readOnly).check()
            #expect(report.findings.contains { $0.kind == .checksum && $0.message.contains("deletion row") })
            try before.write(to: URL(filePath: directory.database))
        }
    }

    private func edit(_ statement: String, _ arguments: StatementArguments = []) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let raw = try DatabaseQueue(path: directory.database, configuration: configuration)
        try raw.write { db in try db.execute(sql: statement, arguments: arguments) }
        try raw.close()
    }
}
