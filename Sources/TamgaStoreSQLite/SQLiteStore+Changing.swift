import FoundationEssentials
import GRDB
public import TamgaRegistry
public import TamgaStore
import TamgaTemplates

extension SQLiteStore {
    public func enrol(person: PersonID, records: [StoredRecord], enrolledAt: Int64) throws(StoreError) -> UInt64 {
        try StoreLimits.check(records)
        let writer = try open()
        return try storing("enrolling") {
            try writer.write { db in
                guard try Self.find(person, db) == nil else {
                    throw StoreError(.personExists, "the person is registered already")
                }
                let sequence = try Self.countChange(persons: 1, records: records.count, db)
                try Self.insert(person, sequence, records: records.count, enrolledAt: enrolledAt, db)
                for (ordinal, record) in records.enumerated() {
                    try Self.insert(record, of: sequence, ordinal: ordinal, db)
                }
                return sequence
            }
        }
    }

    public func delete(_ person: PersonID) throws(StoreError) -> UInt64 {
        let writer = try open()
        return try storing("deleting") {
            try writer.write { db in
                guard let row = try Self.find(person, db) else {
                    throw StoreError(.personUnknown, "no such person is registered")
                }
                try db.cachedStatement(sql: "DELETE FROM record WHERE person = ?").execute(arguments: [row])
                let records = db.changesCount
                try db.cachedStatement(sql: "DELETE FROM person WHERE sequence = ?").execute(arguments: [row])
                return try Self.countChange(persons: -1, records: -records, db)
            }
        }
    }

    private static func find(_ person: PersonID, _ db: Database) throws -> Int64? {
        let statement = try db.cachedStatement(sql: "SELECT sequence FROM person WHERE id = ?")
        return try Int64.fetchOne(statement, arguments: [person.text])
    }

    /// Takes the next number and keeps the totals true.
    private static func countChange(persons: Int, records: Int, _ db: Database) throws -> UInt64 {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE store SET sequence = sequence + 1, persons = persons + ?, records = records + ?
                WHERE id = 1 RETURNING sequence
                """)
        guard let next = try Int64.fetchOne(statement, arguments: [persons, records]),
            let sequence = UInt64(exactly: next)
        else { throw StoreError(.corrupt, "the row of totals is gone") }
        return sequence
    }

    private static func insert(
        _ person: PersonID, _ sequence: UInt64, records: Int, enrolledAt: Int64, _ db: Database
    ) throws {
        let checksum = PersonRow.checksum(sequence, person, enrolledAt: enrolledAt, recordCount: records)
        let statement = try db.cachedStatement(sql: "INSERT INTO person VALUES (?, ?, ?, ?, ?)")
        try statement.execute(arguments: [Int64(sequence), person.text, enrolledAt, records, Int64(checksum)])
    }

    private static func insert(
        _ record: StoredRecord, of sequence: UInt64, ordinal: Int, _ db: Database
    ) throws {
        let checksum = RecordRow.checksum(record, of: sequence, ordinal: ordinal)
        let statement = try db.cachedStatement(sql: "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            Int64(sequence), ordinal, record.position.map { Int64($0.rawValue) }, Int64(record.format),
            Data(record.bytes), Int64(checksum),
        ])
    }
}
