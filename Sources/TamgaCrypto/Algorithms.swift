internal import COpenSSL

/// A cipher as fetched from a provider, which takes longer than its use: kept for the life of the process.
// SAFETY: OpenSSL counts references and lets any thread use a fetched cipher, which does not change.
@safe package final class Cipher: @unchecked Sendable {
    let handle: OpaquePointer

    /// Throws `unavailable`; OpenSSL's name and its query for the provider (empty: what the system is set to).
    package init(fetching name: String, properties: String = "") throws(CryptoError) {
        ERR_clear_error()
        // SAFETY: texts are passed as zero-terminated copies that live for the call; freed in deinit.
        guard let handle = unsafe EVP_CIPHER_fetch(nil, name, properties) else {
            throw .unavailable(algorithm: name, cause: CryptoError.takeCause())
        }
        // SAFETY: owned from here on.
        unsafe self.handle = handle
    }

    deinit {
        // SAFETY: gives back the one reference.
        unsafe EVP_CIPHER_free(handle)
    }

    static let aes256GCM = Result { () throws(CryptoError) in try Cipher(fetching: "AES-256-GCM") }
}

/// A digest as fetched from a provider, kept for the life of the process.
// SAFETY: OpenSSL counts references and lets any thread use a fetched digest, which does not change.
@safe package final class Digest: @unchecked Sendable {
    let handle: OpaquePointer

    /// Throws `unavailable`; the arguments are those of ``Cipher``.
    package init(fetching name: String, properties: String = "") throws(CryptoError) {
        ERR_clear_error()
        // SAFETY: texts are passed as zero-terminated copies that live for the call; freed in deinit.
        guard let handle = unsafe EVP_MD_fetch(nil, name, properties) else {
            throw .unavailable(algorithm: name, cause: CryptoError.takeCause())
        }
        // SAFETY: owned from here on.
        unsafe self.handle = handle
    }

    deinit {
        // SAFETY: gives back the one reference.
        unsafe EVP_MD_free(handle)
    }

    static let sha256 = Result { () throws(CryptoError) in try Digest(fetching: "SHA256") }
}
