import FoundationEssentials
import GRDB
import TamgaCrypto
import TamgaStore

/// Fills a new store with what a backup holds and a file of keys still opens.
struct RestoreCopy {
    let backup: String
    let keysFile: String
    /// The master keys.
    let keys: KeyRing
    let progress: (BackupProgress) -> Void

    /// - Parameter database: an empty file.
    /// - Returns: what the new store holds, and the number of its last change.
    func fill(_ database: String) throws -> (counts: BackupCounts, sequence: UInt64) {
        let connection = try StoreConnection.filler(database)
        defer { try? connection.close() }
        try connection.writeWithoutTransaction { db in
            try db.attach(backup, as: "source", "immutable=1")
            try db.attach(keysFile, as: "keys", "immutable=1")
            try db.inTransaction(.deferred) {
                try copy(db)
                return .commit
            }
        }
        // A backup of an older version becomes a store of this one.
        try StoreSchema.migrate(connection, keys)
        return try connection.write { db in
            try recount(db)
            let sequence = try Int64.fetchOne(db, sql: "SELECT sequence FROM main.store") ?? 0
            return (try TableCopier.counts(db), UInt64(sequence))
        }
    }

    private func copy(_ db: Database) throws {
        let copier = TableCopier(db: db, progress: progress)
        let version = try Int32.fetchOne(db, sql: "PRAGMA source.user_version") ?? 0
        try db.execute(
            sql: "PRAGMA application_id = \(StoreSchema.applicationID); PRAGMA user_version = \(version)")
        try copier.create("table")
        let filtered: Set = ["person", "encounter", "encounter_key", "record", "fact", "master_key", "deletion"]
        for table in try copier.tables(without: filtered) { try copier.copy(table) }
        try copier.copy(
            "encounter",
            where: """
                EXISTS (SELECT 1 FROM keys.encounter_key AS known
                    WHERE known.encounter = number AND known.changed = source.encounter.changed)
                """)
        try copier.copy(
            "person", where: "EXISTS (SELECT 1 FROM main.encounter WHERE main.encounter.person = source.person.number)")
        try copier.copyRecords()
        try copyKeys(db)
        if version >= 3 { try copyFacts(copier) }
        try StoreLife.begin(db)
        try copier.create("index")
    }

    private func copyKeys(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO main.encounter_key SELECT encounter, master, wrapped FROM keys.encounter_key AS known
                    WHERE encounter = \(KeyVault.segmentKeyNumber)
                        OR EXISTS (SELECT 1 FROM main.encounter WHERE number = known.encounter);
                INSERT INTO main.master_key SELECT id, proof FROM keys.master_key;
                INSERT INTO main.deletion SELECT sequence, deleted_at, digest, chain FROM keys.deletion;
                """)
    }

    /// Those whose key is there and whose person, if they are of one, came back; and their keys.
    private func copyFacts(_ copier: TableCopier) throws {
        try copier.copy(
            "fact",
            where: """
                EXISTS (SELECT 1 FROM keys.encounter_key AS known
                    WHERE known.encounter = \(FactKey.sql(of: "source.fact")))
                AND (source.fact.person IS NULL
                    OR EXISTS (SELECT 1 FROM main.person WHERE main.person.number = source.fact.person))
                """)
        try copier.db.execute(
            sql: """
                INSERT INTO main.encounter_key SELECT encounter, master, wrapped FROM keys.encounter_key AS known
                    WHERE EXISTS (SELECT 1 FROM main.fact AS kept
                        WHERE \(FactKey.condition("kept", hasKey: "known.encounter")))
                """)
    }

    /// Persons who lost an encounter or a fact, then the totals.
    private func recount(_ db: Database) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT \(PersonRow.columns),
                    (SELECT count(*) FROM main.encounter WHERE person = person.number) AS found,
                    (SELECT count(*) FROM main.fact WHERE person = person.number) AS noted
                FROM main.person AS person WHERE encounters <> found OR facts <> noted
                """)
        for row in rows {
            let before = try PersonRow(row)
            let after = PersonRow(
                number: before.number, person: before.person, changed: before.changed,
                encounterCount: Int(row.integer(PersonRow.columnCount) ?? 0),
                factCount: Int(row.integer(PersonRow.columnCount + 1) ?? 0))
            try db.execute(
                sql: "UPDATE main.person SET encounters = ?, facts = ?, checksum = ? WHERE number = ?",
                arguments: [after.encounterCount, after.factCount, Int64(after.checksum), Int64(after.number)])
        }
        try db.execute(
            sql: """
                UPDATE main.store SET
                    persons = (SELECT count(*) FROM main.person), records = (SELECT count(*) FROM main.record),
                    facts = (SELECT count(*) FROM main.fact),
                    sequence = max(sequence, (SELECT sequence FROM keys.head))
                """)
    }
}
