import FoundationEssentials
import GRDB
import Glibc
import TamgaCrypto
import TamgaStore

/// The file of keys: those of all encounters and facts that a store holds at one moment, wrapped, and the deletions up
/// to then.
///
/// What was deleted or replaced before that moment has no key in it, so no backup gives it back, however old. Only the
/// newest file is to be kept.
struct KeysFile {
    let path: String
    private let identity: [UInt8]
    private let life: [UInt8]
    /// Which store, and which life of it, these keys are of.
    var origin: [UInt8] { identity + life }
    /// The number of the last change it knows of.
    let sequence: UInt64
    private let seal: [UInt8]

    /// "TAMK": what `application_id` of the file says.
    static let applicationID: Int32 = 0x5441_4D4B
    /// What `user_version` of the file says.
    static let version: Int32 = 1

    static let schema = """
        CREATE TABLE keys.head (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            identity BLOB NOT NULL,
            life BLOB NOT NULL,
            sequence INTEGER NOT NULL,
            seal BLOB NOT NULL
        ) STRICT;
        CREATE TABLE keys.encounter_key (
            encounter INTEGER PRIMARY KEY,
            changed INTEGER NOT NULL,
            master TEXT NOT NULL,
            wrapped BLOB NOT NULL
        ) STRICT;
        CREATE TABLE keys.master_key (id TEXT PRIMARY KEY, proof BLOB NOT NULL) STRICT;
        CREATE TABLE keys.deletion (
            sequence INTEGER PRIMARY KEY,
            deleted_at INTEGER NOT NULL,
            digest BLOB NOT NULL,
            chain BLOB NOT NULL
        ) STRICT;
        PRAGMA keys.application_id = \(applicationID);
        PRAGMA keys.user_version = \(version);
        """

    /// Reads whose keys these are, and of when; whether that is true, ``unlock(_:)`` says.
    init(_ path: String) throws {
        self.path = Draft.plain(path)
        // SQLite would say no more than that it cannot open it.
        _ = try SystemFile(self.path, flags: O_RDONLY, while: "opening the file of keys \(self.path)")
        let file = self.path
        (identity, life, sequence, seal) = try Self.reading(file) { db in
            let application = try Int32.fetchOne(db, sql: "PRAGMA application_id")
            let version = try Int32.fetchOne(db, sql: "PRAGMA user_version")
            guard application == Self.applicationID, version == Self.version else {
                throw BackupError.keysFile(file: file, reason: "it is not of this program or of another version")
            }
            let row = try Row.fetchOne(db, sql: "SELECT identity, life, sequence, seal FROM head WHERE id = 1")
            guard let row, let identity = row.bytes(0), identity.count == SQLiteStoreLimits.identityBytes,
                let life = row.bytes(1), life.count == SQLiteStoreLimits.identityBytes,
                let sequence = row.natural(2), let seal = row.bytes(3)
            else { throw BackupError.keysFile(file: file, reason: "its head is not what was written") }
            return (identity, life, sequence, seal)
        }
    }

    /// Reads all of it and makes sure that it is what was written; the key of segments, and what opens the others.
    ///
    /// - Throws: `.keyMissing` where the ring lacks a master key; `keysFile`.
    func unlock(_ ring: KeyRing) throws -> (key: SecretKey, vault: KeyVault) {
        try Self.reading(path) { db in
            guard try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") == ["ok"] else {
                throw BackupError.keysFile(file: path, reason: "its structure is damaged")
            }
            try MasterKeyProof.check(ring, identity, db)
            let vault = KeyVault(identity: identity, ring)
            let key = try Self.segmentKey("main", vault, db)
            guard try KeySeal.holds(seal, key, Self.context("main", origin, sequence, db)) else {
                throw BackupError.keysFile(file: path, reason: "its seal does not hold")
            }
            return (key, vault)
        }
    }

    private static func reading<Value>(_ path: String, _ body: (Database) throws -> Value) throws -> Value {
        do throws(BackupError) {
            return try backing("reading the file of keys \(path)") {
                let reader = try StoreConnection.untouchingReader(path)
                defer { try? reader.close() }
                return try reader.read(body)
            }
        } catch {
            guard case .store(let cause) = error, cause.code == .corrupt else { throw error }
            throw BackupError.keysFile(file: path, reason: cause.description)
        }
    }
}

extension KeysFile {
    static func segmentKey(_ schema: String, _ vault: KeyVault, _ db: Database) throws -> SecretKey {
        let number = KeyVault.segmentKeyNumber
        let row = try Row.fetchOne(
            db, sql: "SELECT \(WrappedKey.columns) FROM \(schema).encounter_key WHERE encounter = \(number)")
        guard let row else { throw StoreError(.corrupt, "the key of segments is gone") }
        return try vault.unwrap(WrappedKey(row, first: 0, of: number), of: number)
    }

    /// What the seal vouches for: every row.
    static func context(
        _ schema: String, _ identity: [UInt8], _ sequence: UInt64, _ db: Database
    ) throws -> [UInt8] {
        var hash = try Hashing.start()
        for (table, order) in [
            ("encounter_key", "encounter, changed, master, wrapped"), ("master_key", "id, proof"),
            ("deletion", "sequence, deleted_at, digest, chain"),
        ] {
            hash.add(Array(table.utf8))
            let rows = try Row.fetchCursor(db, sql: "SELECT \(order) FROM \(schema).\(table) ORDER BY 1")
            while let row = try rows.next() { add(row, to: &hash) }
        }
        let digest = try Hashing.finish(hash)
        var context = Bytes("tamga keys 1")
        context.add(identity)
        context.add(sequence)
        context.add(digest)
        return context.content
    }

    private static func add(_ row: Row, to hash: inout SHA256) {
        for column in 0..<row.count {
            let bytes = row.bytes(column) ?? row.text(column).map { Array($0.utf8) }
            hash.add(bytes.map { UInt64($0.count) } ?? .max)
            if let bytes { hash.add(bytes) } else { hash.add(UInt64(bitPattern: row.integer(column) ?? 0)) }
        }
    }
}
