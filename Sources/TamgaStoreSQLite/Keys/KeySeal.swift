import TamgaCrypto
import TamgaStore

/// Vouches for bytes with a key: a random nonce and the tag of AES-256-GCM over nothing but associated data.
///
/// With a master key: that it is the one a store is sealed under. With the store's key of segments, which outlives
/// every rotation of master keys: that a backup is what was written.
enum KeySeal {
    /// Bytes of a seal.
    static let byteCount = KeyVault.nonceBytes + CryptoLimits.tagBytes

    static func make(_ key: SecretKey, _ context: [UInt8]) throws(StoreError) -> [UInt8] {
        try StoreError.crypting { () throws(CryptoError) in
            let nonce = try randomBytes(KeyVault.nonceBytes)
            return nonce + (try AES256GCM.seal([], key: key, nonce: nonce, associatedData: context))
        }
    }

    static func holds(_ seal: [UInt8], _ key: SecretKey, _ context: [UInt8]) throws(StoreError) -> Bool {
        do throws(CryptoError) {
            _ = try AES256GCM.open(
                Array(seal.dropFirst(KeyVault.nonceBytes)), key: key, nonce: Array(seal.prefix(KeyVault.nonceBytes)),
                associatedData: context)
            return true
        } catch {
            guard error.isForgery else { throw StoreError(error) }
            return false
        }
    }
}
