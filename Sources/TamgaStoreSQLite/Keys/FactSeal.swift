import TamgaCrypto
import TamgaStore

/// Seals and opens one fact, with a key that nothing else is sealed with.
///
/// AES-256-GCM (NIST SP 800-38D). Of which store, change, ordinal and person's row it is, is sealed with it: a fact
/// that was given to somebody else does not open, and a merge seals it anew. The key stays the same then, so that older
/// backups open it as they do encounters; each sealing has a random nonce of 96 bits (8.2.2), and a key sees few of
/// them.
struct FactSeal {
    let key: SecretKey
    /// Of the store: a fact of another store does not open.
    let identity: [UInt8]
    let number: UInt64
    let ordinal: Int

    /// - Parameter owner: the number of the person's row; nil: of nobody.
    /// - Returns: ``KeyVault/nonceBytes`` of nonce, then the sealed fact.
    func seal(_ bytes: [UInt8], of owner: UInt64?) throws(StoreError) -> [UInt8] {
        try StoreError.crypting { () throws(CryptoError) in
            let nonce = try randomBytes(KeyVault.nonceBytes)
            return nonce + (try AES256GCM.seal(bytes, key: key, nonce: nonce, associatedData: context(owner)))
        }
    }

    /// The fact, or nil where it is not what was sealed.
    func open(_ sealed: [UInt8], of owner: UInt64?) throws(StoreError) -> [UInt8]? {
        guard sealed.count > KeyVault.nonceBytes + CryptoLimits.tagBytes else { return nil }
        do throws(CryptoError) {
            return try AES256GCM.open(
                Array(sealed.dropFirst(KeyVault.nonceBytes)), key: key,
                nonce: Array(sealed.prefix(KeyVault.nonceBytes)), associatedData: context(owner))
        } catch {
            guard error.isForgery else { throw StoreError(error) }
            return nil
        }
    }

    private func context(_ owner: UInt64?) -> [UInt8] {
        var context = Bytes("tamga fact 1")
        context.add(identity)
        context.add(number)
        context.add(UInt64(truncatingIfNeeded: ordinal))
        // No row has that number: SQLite's are signed.
        context.add(owner ?? .max)
        return context.content
    }
}
