import FoundationEssentials
import GRDB
import TamgaCrypto
import TamgaStore

/// Rows of `master_key`: which master keys the store's content is sealed under, each with something to try it on.
///
/// A store tells at its opening whether it can be read, before anybody asks for a person.
enum MasterKeyProof {
    /// Notes the key as one in use.
    static func note(_ master: MasterKey, _ identity: [UInt8], _ db: Database) throws {
        let known = try db.cachedStatement(sql: "SELECT 1 FROM master_key WHERE id = ?")
        guard try Int.fetchOne(known, arguments: [master.id]) == nil else { return }
        let proof = try KeySeal.make(master.key, context(identity))
        try db.execute(sql: "INSERT INTO master_key VALUES (?, ?)", arguments: [master.id, Data(proof)])
    }

    /// Refuses a ring that lacks one of the keys in use, or has another key under its name.
    static func check(_ ring: KeyRing, _ identity: [UInt8], _ db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT id, proof FROM master_key ORDER BY id")
        while let row = try rows.next() {
            guard let id = row.text(0), let proof = row.bytes(1) else {
                throw StoreError(.corrupt, "a row of master keys is not what was written")
            }
            guard let master = ring[id] else { throw KeyVault.missing(id) }
            guard try KeySeal.holds(proof, master.key, context(identity)) else {
                throw StoreError(.keyMissing, "the master key '\(id)' given is not the one the store is sealed under")
            }
        }
    }

    private static func context(_ identity: [UInt8]) -> [UInt8] { Array("tamga master 1".utf8) + identity }
}
