import GRDB
import TamgaStore

/// Copies tables of an attached store, `source`, into the new file, within one transaction.
struct TableCopier {
    let db: Database
    let progress: (BackupProgress) -> Void

    /// Everything that the source's schema makes of this kind: `table`, `index`.
    func create(_ kind: String) throws {
        let statements = try String.fetchAll(
            db, sql: "SELECT sql FROM source.sqlite_master WHERE type = ? AND sql IS NOT NULL ORDER BY rowid",
            arguments: [kind])
        for statement in statements { try db.execute(sql: statement) }
    }

    /// The tables of the source, without those named; SQLite's own are not among them.
    func tables(without others: Set<String>) throws -> [String] {
        try String.fetchAll(
            db,
            sql: "SELECT name FROM source.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite#_%' ESCAPE '#'"
        ).filter { !others.contains($0) }
    }

    func copy(_ table: String, where condition: String = "TRUE") throws {
        let filter = condition == "TRUE" ? "" : " WHERE \(condition)"
        try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM source.\(table)\(filter)")
    }

    /// The records of all encounters that were copied before.
    func copyRecords() throws {
        let total = try UInt64.fetchOne(db, sql: "SELECT count(*) FROM main.encounter") ?? 0
        var (done, last): (UInt64, Int64) = (0, -1)
        while let step = try nextStep(after: last) {
            try db.execute(
                sql: """
                    INSERT INTO main.record SELECT * FROM source.record
                    WHERE encounter > ? AND encounter <= ?
                        AND EXISTS (SELECT 1 FROM main.encounter WHERE number = source.record.encounter)
                    """, arguments: [last, step.last])
            last = step.last
            done += step.count
            progress(.copying(done, of: total))
        }
    }

    private func nextStep(after last: Int64) throws -> (last: Int64, count: UInt64)? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT max(number), count(*) FROM
                    (SELECT number FROM main.encounter WHERE number > ? ORDER BY number LIMIT ?)
                """, arguments: [last, BackupLimits.encountersPerStep])
        guard let row, let number = row.integer(0), let count = row.natural(1) else { return nil }
        return (number, count)
    }

    /// What there is of persons, encounters, records and facts.
    static func counts(_ db: Database) throws -> BackupCounts {
        func count(_ table: String) throws -> UInt64 {
            try UInt64.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
        }
        return try BackupCounts(
            persons: count("person"), encounters: count("encounter"), records: count("record"), facts: count("fact"))
    }
}

extension Database {
    /// Attaches a file that nobody writes to, or that SQLite's own locks guard.
    func attach(_ path: String, as name: String, _ parameters: String) throws {
        try execute(
            sql: "ATTACH DATABASE ? AS \(name)", arguments: [StoreConnection.address(of: path, parameters)])
    }
}
