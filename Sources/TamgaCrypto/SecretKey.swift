internal import COpenSSL

/// A key of 32 bytes, in memory of its own that is overwritten when the last owner lets go.
///
/// Its bytes cannot be read outside this module, and nothing prints them.
// SAFETY: the bytes are written in init only and read after it; the memory lives as long as the object.
@safe public final class SecretKey: @unchecked Sendable {
    /// The key, ``CryptoLimits/keyBytes`` long.
    let memory: UnsafeMutableRawBufferPointer

    /// Takes what `fill` writes into the 32 bytes, which are zero before.
    init<Failure: Error>(filledBy fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
        // SAFETY: allocated here, given back in deinit, which also runs when the closure throws.
        unsafe memory = .allocate(byteCount: CryptoLimits.keyBytes, alignment: 16)
        // SAFETY: as above.
        unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
        // SAFETY: as above; the closure does not keep the pointer.
        try unsafe fill(memory)
    }

    /// Copies the key; nil unless there are exactly 32 bytes. The caller's copy stays the caller's to overwrite.
    public convenience init?(bytes: [UInt8]) {
        guard bytes.count == CryptoLimits.keyBytes else { return nil }
        // SAFETY: both sides are 32 bytes long.
        unsafe self.init { unsafe $0.copyBytes(from: bytes) }
    }

    /// A new key from OpenSSL's generator.
    ///
    /// - Throws: `failed` where the generator has no seed or is forbidden.
    public static func generate() throws(CryptoError) -> SecretKey {
        // SAFETY: the 32 bytes are writable during the call.
        try unsafe SecretKey { (space) throws(CryptoError) in
            // SAFETY: as above.
            guard unsafe fillRandom(space) else {
                throw .failed(operation: "making a key", cause: CryptoError.takeCause())
            }
        }
    }

    deinit {
        // SAFETY: the memory is ours, and nobody else holds it any more.
        unsafe OPENSSL_cleanse(memory.baseAddress, memory.count)
        // SAFETY: as above; allocated in init.
        unsafe memory.deallocate()
    }
}

extension SecretKey: Equatable {
    /// Compares in a time that does not depend on the bytes.
    public static func == (left: SecretKey, right: SecretKey) -> Bool {
        // SAFETY: both are 32 bytes long and alive during the call.
        unsafe CRYPTO_memcmp(left.memory.baseAddress, right.memory.baseAddress, CryptoLimits.keyBytes) == 0
    }
}

extension SecretKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(key)" }
    public var debugDescription: String { description }
    /// Shows nothing, so that `dump` does not either.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
