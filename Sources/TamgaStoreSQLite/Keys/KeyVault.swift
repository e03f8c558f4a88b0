import Synchronization
import TamgaCrypto
import TamgaStore

/// Makes, seals and opens the keys of encounters and facts under the master keys at hand, which may be changed at any
/// time.
final class KeyVault: Sendable {
    /// Of the store, ``SQLiteStoreLimits/identityBytes`` random bytes: binds keys and records to it.
    let identity: [UInt8]
    private let current: Mutex<KeyRing>

    init(identity: [UInt8], _ ring: KeyRing) {
        self.identity = identity
        current = Mutex(ring)
    }

    var ring: KeyRing { current.withLock { $0 } }

    func use(_ ring: KeyRing) { current.withLock { $0 = ring } }

    /// The key that segment files are to be sealed with, as it lies in the store.
    func makeSegmentKey() throws(StoreError) -> WrappedKey { try makeKey(of: Self.segmentKeyNumber).1 }

    /// A new key for an encounter, and how it lies in the store.
    func makeSeal(of encounter: UInt64) throws(StoreError) -> (EncounterSeal, WrappedKey) {
        let (key, wrapped) = try makeKey(of: encounter)
        return (EncounterSeal(key: key, identity: identity, encounter: encounter), wrapped)
    }

    /// A new key for a fact, and how it lies in the store under ``FactKey``.
    func makeSeal(ofFact number: UInt64, _ ordinal: Int) throws(StoreError) -> (FactSeal, WrappedKey) {
        let (key, wrapped) = try makeKey(of: FactKey.number(number, ordinal))
        return (FactSeal(key: key, identity: identity, number: number, ordinal: ordinal), wrapped)
    }

    private func makeKey(of number: UInt64) throws(StoreError) -> (SecretKey, WrappedKey) {
        let key = try StoreError.crypting { () throws(CryptoError) in try SecretKey.generate() }
        return (key, try wrap(key, of: number))
    }

    /// What opens the records of an encounter.
    ///
    /// - Throws: `.keyMissing`, or `.corrupt` where the wrapped key is not what was written.
    func seal(of encounter: UInt64, _ wrapped: WrappedKey) throws(StoreError) -> EncounterSeal {
        EncounterSeal(key: try unwrap(wrapped, of: encounter), identity: identity, encounter: encounter)
    }

    /// What opens a fact; throws as ``seal(of:_:)`` does.
    func seal(ofFact number: UInt64, _ ordinal: Int, _ wrapped: WrappedKey) throws(StoreError) -> FactSeal {
        let key = try unwrap(wrapped, of: FactKey.number(number, ordinal))
        return FactSeal(key: key, identity: identity, number: number, ordinal: ordinal)
    }

    /// The same key under the active master key.
    func rewrap(_ wrapped: WrappedKey, of encounter: UInt64) throws(StoreError) -> WrappedKey {
        try wrap(unwrap(wrapped, of: encounter), of: encounter)
    }

    private func wrap(_ key: SecretKey, of encounter: UInt64) throws(StoreError) -> WrappedKey {
        let master = ring.active
        return try StoreError.crypting { () throws(CryptoError) in
            let nonce = try randomBytes(Self.nonceBytes)
            let sealed = try AES256GCM.wrap(
                key, key: master.key, nonce: nonce, associatedData: context(master.id, encounter))
            return WrappedKey(master: master.id, bytes: nonce + sealed)
        }
    }

    func unwrap(_ wrapped: WrappedKey, of encounter: UInt64) throws(StoreError) -> SecretKey {
        guard let master = ring[wrapped.master] else { throw Self.missing(wrapped.master) }
        let nonce = Array(wrapped.bytes.prefix(Self.nonceBytes))
        let sealed = Array(wrapped.bytes.dropFirst(Self.nonceBytes))
        do throws(CryptoError) {
            return try AES256GCM.unwrap(
                sealed, key: master.key, nonce: nonce, associatedData: context(master.id, encounter))
        } catch {
            guard error.isForgery else { throw StoreError(error) }
            throw StoreError(
                .corrupt, "the key of \(FactKey.owner(of: encounter)) is not what was written",
                sequence: FactKey.change(of: encounter))
        }
    }

    private func context(_ master: String, _ encounter: UInt64) -> [UInt8] {
        var context = Bytes("tamga key 1")
        context.add(identity)
        context.add(encounter)
        context.add(Array(master.utf8))
        return context.content
    }

    static func missing(_ id: String) -> StoreError {
        StoreError(.keyMissing, "the store is sealed under the master key '\(id)', which is not among those given")
    }

    /// Under this number, which no encounter has, lies the key that segment files are sealed with.
    static let segmentKeyNumber: UInt64 = 0
    /// Bytes of the nonce before a wrapped key: random, 96 bits (NIST SP 800-38D, 8.2.2).
    static let nonceBytes = 12
}
