internal import COpenSSL

/// What one signing or verification works in.
@safe struct SignatureContext: ~Copyable {
    let pointer: OpaquePointer

    /// - Throws: `failed` when out of memory.
    init() throws(CryptoError) {
        ERR_clear_error()
        // SAFETY: a new context, freed in deinit.
        guard let pointer = unsafe EVP_MD_CTX_new() else {
            throw .failed(operation: "making a context", cause: CryptoError.takeCause())
        }
        // SAFETY: owned from here on.
        unsafe self.pointer = pointer
    }

    deinit {
        // SAFETY: ours alone, since this value cannot be copied.
        unsafe EVP_MD_CTX_free(pointer)
    }

    /// Why it could not begin, as OpenSSL says.
    borrowing func unavailable(_ algorithm: SignatureAlgorithm) -> CryptoError {
        .unavailable(algorithm: algorithm.rawValue, cause: CryptoError.takeCause())
    }
}
