import FoundationEssentials
import GRDB
import TamgaCrashPoints
public import TamgaCrypto
public import TamgaStore

extension SQLiteStore {
    /// Seals under the ring's active key from now on, and opens with any of its keys.
    ///
    /// - Throws: `.keyMissing` where the ring lacks a key that the store still needs; the ring before stays in use.
    public func use(_ ring: KeyRing) throws(StoreError) {
        let handle = try open()
        try storing("changing the master keys") {
            try handle.writer.write { db in
                try MasterKeyProof.check(ring, handle.vault.identity, db)
                try MasterKeyProof.note(ring.active, handle.vault.identity, db)
            }
        }
        handle.vault.use(ring)
    }

    /// Seals some of the keys that are under another master key under the active one. One durable step; call it until
    /// nothing is left. Records stay as they are.
    ///
    /// - Returns: keys still under another master key.
    public func rotateKeys(atMost count: Int = SQLiteStoreLimits.keysPerStep) throws(StoreError) -> Int {
        let handle = try open()
        let (rotated, left) = try storing("rotating keys") {
            try handle.writer.write { db in try Self.rotate(handle.vault, atMost: count, db) }
        }
        guard rotated > 0 else { return left }
        noteRemains()
        CrashPoint.keysRotated.reached()
        return left
    }

    private static func rotate(
        _ vault: KeyVault, atMost count: Int, _ db: Database
    ) throws -> (rotated: Int, left: Int) {
        let active = vault.ring.active.id
        let rows = try Row.fetchAll(
            db, sql: "SELECT encounter, \(WrappedKey.columns) FROM encounter_key WHERE master <> ? LIMIT ?",
            arguments: [active, count])
        let statement = try db.cachedStatement(
            sql: "UPDATE encounter_key SET master = ?, wrapped = ? WHERE encounter = ?")
        for row in rows {
            guard let number = row.natural(0) else { throw StoreError(.corrupt, "a row of keys has no number") }
            let key = try vault.rewrap(WrappedKey(row, first: 1, of: number), of: number)
            try statement.execute(arguments: [key.master, key.data, Int64(number)])
        }
        try db.execute(
            sql: "DELETE FROM master_key WHERE id <> ? AND id NOT IN (SELECT DISTINCT master FROM encounter_key)",
            arguments: [active])
        let left = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM encounter_key WHERE master <> ?", arguments: [active]) ?? 0
        return (rows.count, left)
    }

    /// The master keys that something in the store is sealed under, by identifier.
    public func masterKeys() throws(StoreError) -> [String] {
        let handle = try open()
        return try storing("listing master keys") {
            try handle.writer.unsafeReentrantRead { db in
                try String.fetchAll(db, sql: "SELECT id FROM master_key ORDER BY id")
            }
        }
    }
}
