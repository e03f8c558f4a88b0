import FoundationEssentials
import GRDB
import TamgaCrypto
import TamgaStore

/// Fills the two files of a backup with what a store holds at one moment. Keys are written to the file of keys only:
/// not for a moment do they lie beside the records.
struct BackupCopy {
    /// The directory of the store, which a server may be using.
    let source: StoreDirectory
    let keys: KeyRing
    let progress: (BackupProgress) -> Void

    struct Content {
        /// Identity and life of the store.
        let origin: [UInt8]
        let sequence: UInt64
        let counts: BackupCounts
        let masterKeys: [String]
        let segmentKey: SecretKey
    }

    /// - Parameters: empty files.
    func fill(database: String, keysFile: String) throws -> Content {
        let connection = try StoreConnection.filler(database)
        defer { try? connection.close() }
        return try connection.writeWithoutTransaction { db in
            try attachSource(db)
            try db.attach(keysFile, as: "keys", "mode=rw")
            try db.execute(sql: "PRAGMA keys.journal_mode = MEMORY; PRAGMA keys.synchronous = OFF")
            var content: Content?
            try db.inTransaction(.deferred) {
                content = try copy(db)
                return .commit
            }
            guard let content else { throw StoreError(.failed, "nothing was copied") }
            return content
        }
    }

    /// As a reader beside whoever writes; where nobody can and the directory may not be written to, without locks.
    private func attachSource(_ db: Database) throws {
        do {
            try db.attach(source.database, as: "source", "mode=ro")
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM source.store")
        } catch let error as DatabaseError where error.isForWantOfSharedMemory && !source.hasLog {
            try? db.execute(sql: "DETACH DATABASE source")
            try db.attach(source.database, as: "source", "immutable=1")
        }
    }

    private func copy(_ db: Database) throws -> Content {
        let copier = TableCopier(db: db, progress: progress)
        try db.execute(sql: KeysFile.schema)
        try db.execute(
            sql: "PRAGMA application_id = \(StoreSchema.applicationID); PRAGMA user_version = \(StoreSchema.version)")
        // The first read of the source sets the moment.
        try copier.create("table")
        for table in try copier.tables(without: ["encounter_key", "master_key", "record"]) { try copier.copy(table) }
        try copier.copyRecords()
        try copier.create("index")
        return try copyKeys(db)
    }

    private func copyKeys(_ db: Database) throws -> Content {
        try db.execute(
            sql: """
                INSERT INTO keys.encounter_key
                    SELECT encounter, ifnull(changed, 0), master, wrapped FROM source.encounter_key
                    LEFT JOIN source.encounter ON number = encounter ORDER BY encounter;
                INSERT INTO keys.master_key SELECT id, proof FROM source.master_key;
                INSERT INTO keys.deletion SELECT sequence, deleted_at, digest, chain FROM source.deletion;
                """)
        guard let identity = try Data.fetchOne(db, sql: "SELECT bytes FROM main.identity"),
            let sequence = try Int64.fetchOne(db, sql: "SELECT sequence FROM main.store").flatMap(UInt64.init(exactly:))
        else { throw StoreError(.corrupt, "the store's identity or the row of totals is gone") }
        let vault = KeyVault(identity: Array(identity), keys)
        let key = try KeysFile.segmentKey("keys", vault, db)
        let life = try StoreLife.of("main", db)
        let seal = try KeySeal.make(key, KeysFile.context("keys", vault.identity + life, sequence, db))
        try db.execute(
            sql: "INSERT INTO keys.head VALUES (1, ?, ?, ?, ?)",
            arguments: [identity, Data(life), Int64(sequence), Data(seal)])
        return Content(
            origin: vault.identity + life, sequence: sequence, counts: try TableCopier.counts(db),
            masterKeys: try String.fetchAll(db, sql: "SELECT id FROM keys.master_key ORDER BY id"), segmentKey: key)
    }
}
