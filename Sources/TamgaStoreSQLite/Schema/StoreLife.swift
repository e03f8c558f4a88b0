import FoundationEssentials
import GRDB
import TamgaCrypto
import TamgaStore

/// What tells a store from what was restored of it: random, new with every restore.
///
/// Both seal under the same identity, so that records open in either; but from the restore on they go different ways,
/// and keys of the one must never take the place of keys of the other.
enum StoreLife {
    static func new() throws(StoreError) -> [UInt8] {
        try StoreError.crypting { () throws(CryptoError) in try randomBytes(SQLiteStoreLimits.identityBytes) }
    }

    static func of(_ schema: String, _ db: Database) throws -> [UInt8] {
        let row = try Row.fetchOne(db, sql: "SELECT life FROM \(schema).identity")
        guard let life = row?.bytes(0), life.count == SQLiteStoreLimits.identityBytes else {
            throw StoreError(.corrupt, "the store's identity is gone")
        }
        return life
    }

    static func begin(_ db: Database) throws {
        try db.execute(sql: "UPDATE main.identity SET life = ?", arguments: [Data(new())])
    }
}
