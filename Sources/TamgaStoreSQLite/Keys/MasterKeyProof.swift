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
        let proof = try StoreError.crypting { () throws(CryptoError) in
            let nonce = try randomBytes(KeyVault.nonceBytes)
            return nonce + (try AES256GCM.seal([], key: master.key, nonce: nonce, associatedData: context(identity)))
        }
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
            guard try opens(proof, master, identity) else {
                throw StoreError(.keyMissing, "the master key '\(id)' given is not the one the store is sealed under")
            }
        }
    }

    private static func opens(
        _ proof: [UInt8], _ master: MasterKey, _ identity: [UInt8]
    ) throws(StoreError) -> Bool {
        do throws(CryptoError) {
            _ = try AES256GCM.open(
                Array(proof.dropFirst(KeyVault.nonceBytes)), key: master.key,
                nonce: Array(proof.prefix(KeyVault.nonceBytes)), associatedData: context(identity))
            return true
        } catch {
            guard error.isForgery else { throw StoreError(error) }
            return false
        }
    }

    private static func context(_ identity: [UInt8]) -> [UInt8] { Array("tamga master 1".utf8) + identity }
}
