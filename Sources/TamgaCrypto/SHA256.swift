internal import COpenSSL

/// A digest in the making: SHA-256 (FIPS 180-4) over all that was added, in order.
@safe public struct SHA256: ~Copyable {
    private let context: OpaquePointer
    private var isIntact = true

    /// The digest of nothing, so far.
    ///
    /// - Throws: `unavailable`, `failed` when out of memory.
    public init() throws(CryptoError) {
        let digest = try Digest.sha256.get()
        ERR_clear_error()
        // SAFETY: a new context, freed in deinit.
        guard let context = unsafe EVP_MD_CTX_new() else { throw Self.failure() }
        // SAFETY: the digest is kept for the life of the process.
        guard unsafe EVP_DigestInit_ex2(context, digest.handle, nil) == 1 else {
            let failure = Self.failure()
            // SAFETY: nobody else has it.
            unsafe EVP_MD_CTX_free(context)
            throw failure
        }
        // SAFETY: owned from here on.
        unsafe self.context = context
    }

    deinit {
        // SAFETY: ours alone, since this value cannot be copied.
        unsafe EVP_MD_CTX_free(context)
    }

    /// Adds bytes; a failure, which only memory can cause, is told by ``finish()``.
    public mutating func add(_ bytes: [UInt8]) {
        // SAFETY: the bytes are readable during the call.
        unsafe bytes.withUnsafeBytes { unsafe add($0) }
    }

    /// Adds the eight bytes of a number, the highest first.
    public mutating func add(_ number: UInt64) {
        // SAFETY: the bytes are readable during the call.
        unsafe withUnsafeBytes(of: number.bigEndian) { unsafe add($0) }
    }

    /// The digest, ``CryptoLimits/digestBytes`` long.
    ///
    /// - Throws: `failed`.
    public consuming func finish() throws(CryptoError) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: CryptoLimits.digestBytes)
        // SAFETY: SHA-256 writes 32 bytes, for which there is room.
        guard isIntact, unsafe EVP_DigestFinal_ex(context, &digest, nil) == 1 else { throw Self.failure() }
        return digest
    }

    /// The digest of these bytes.
    ///
    /// - Throws: `unavailable`, `failed`.
    public static func digest(_ bytes: [UInt8]) throws(CryptoError) -> [UInt8] {
        var running = try SHA256()
        running.add(bytes)
        return try running.finish()
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        // SAFETY: the caller's bytes are readable for their count.
        let added = unsafe bytes.isEmpty || EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
        isIntact = isIntact && added
    }

    private static func failure() -> CryptoError {
        .failed(operation: "computing SHA-256", cause: CryptoError.takeCause())
    }
}
