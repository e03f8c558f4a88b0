import FoundationEssentials
import GRDB
import TamgaCrypto
import TamgaStore

/// The tables, their version, and whose file it is.
///
/// Version 3: one row of `store` with the totals; a row of `person` per person, one of `encounter` and one of
/// `encounter_key` per encounter, whose rows of `record` lie beside each other, sealed; a row of `fact` per fact, of a
/// person or of nobody, sealed, whose key is in `encounter_key`, too (``FactKey``). Row numbers are the numbers of the
/// changes that made them. A checksum guards each row of persons and encounters, the seal each record, fact and key.
enum StoreSchema {
    /// "TAMG": what `application_id` of the file says.
    static let applicationID: Int32 = 0x5441_4D47
    /// What `user_version` of the file says.
    static let version: Int32 = 3

    /// Brings a file of an older version, or an empty one, up to this version, in one transaction for each step.
    ///
    /// - Parameters:
    ///   - keys: what records that lay open are sealed under.
    ///   - version: an earlier one to stop at, for its schema.
    static func migrate(_ writer: any DatabaseWriter, _ keys: KeyRing, to version: Int32 = version) throws {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: FirstVersion.schema)
            try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
        }
        migrator.registerMigration("2") { db in
            try SecondVersion.create(db, keys)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        // It moves no row, so there is no reference to look at.
        migrator.registerMigration("3", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: ThirdVersion.schema)
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        try migrator.migrate(writer, upTo: "\(version)")
    }

    /// An empty store in memory, for its schema.
    static func sample(_ version: Int32) throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try migrate(queue, KeyRing(parsing: Array(KeyRing.newLine(id: "sample").utf8)), to: version)
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
