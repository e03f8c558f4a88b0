import FoundationEssentials
import GRDB
import TamgaCrypto
import TamgaStore

/// The tables, their version, and whose file it is.
///
/// Version 2: one row of `store` with the totals; a row of `person` per person, one of `encounter` and one of
/// `encounter_key` per encounter, whose rows of `record` lie beside each other, sealed. Row numbers are the numbers of
/// the changes that made them. A checksum guards each row of the first three, the seal each record and each key.
enum StoreSchema {
    /// "TAMG": what `application_id` of the file says.
    static let applicationID: Int32 = 0x5441_4D47
    /// What `user_version` of the file says.
    static let version: Int32 = 2

    /// Brings a file of an older version, or an empty one, up to this version, in one transaction for each step.
    ///
    /// - Parameter keys: what records that lay open are sealed under.
    static func migrate(_ writer: any DatabaseWriter, _ keys: KeyRing) throws {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: FirstVersion.schema)
            try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
        }
        migrator.registerMigration("2") { db in
            try SecondVersion.create(db, keys)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        try migrator.migrate(writer)
    }

    /// An empty store in memory, for its schema.
    static func sample() throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try migrate(queue, KeyRing(parsing: Array(KeyRing.newLine(id: "sample").utf8)))
        return queue
    }

    /// Refuses a file that is not ours or is newer than this program; returns whether it has to be migrated.
    static func needsMigration(_ db: Database) throws -> Bool {
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
            throw StoreError(.notAStore, "the store file is empty or not of this program")
        }
        let found = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard found <= version else {
            throw StoreError(
                .newerThanProgram, "the store is of version \(found), this program knows up to \(version)")
        }
        return found < version
    }
}
