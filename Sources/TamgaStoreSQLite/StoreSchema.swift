import GRDB
import TamgaStore

/// The tables, their version, and whose file it is.
///
/// Version 1: one row of `store` with the totals; a row of `person` per person, its row number being the number of
/// the change that made it; the person's rows of `record` beside each other. A checksum guards each row of the two.
enum StoreSchema {
    /// "TAMG": what `application_id` of the file says.
    static let applicationID: Int32 = 0x5441_4D47
    /// What `user_version` of the file says.
    static let version: Int32 = 1

    static func migrate(_ writer: any DatabaseWriter) throws {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: firstVersion)
            try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
        }
        try migrator.migrate(writer)
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

    private static let firstVersion = """
        CREATE TABLE store (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            persons INTEGER NOT NULL CHECK (persons >= 0),
            records INTEGER NOT NULL CHECK (records >= 0)
        ) STRICT;
        INSERT INTO store VALUES (1, 0, 0, 0);
        CREATE TABLE person (
            sequence INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            enrolled_at INTEGER NOT NULL,
            records INTEGER NOT NULL,
            checksum INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE record (
            person INTEGER NOT NULL REFERENCES person (sequence) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            position INTEGER,
            format INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (person, ordinal)
        ) STRICT, WITHOUT ROWID;
        """
}
