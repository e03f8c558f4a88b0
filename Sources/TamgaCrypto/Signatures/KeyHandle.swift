internal import COpenSSL

/// A key of signatures as OpenSSL holds it, private or public.
// SAFETY: OpenSSL counts references and lets any thread use a key, which nothing changes after init.
@safe final class KeyHandle: @unchecked Sendable {
    let pointer: OpaquePointer
    let algorithm: SignatureAlgorithm

    /// Takes the key over, also where it throws.
    ///
    /// - Throws: `keyUnsupported`.
    init(owning pointer: OpaquePointer) throws(CryptoError) {
        do throws(CryptoError) {
            // SAFETY: the key is alive during the call.
            algorithm = try unsafe Self.algorithm(of: pointer)
        } catch {
            // SAFETY: the one reference, which nobody else holds; deinit does not run.
            unsafe EVP_PKEY_free(pointer)
            throw error
        }
        // SAFETY: owned from here on.
        unsafe self.pointer = pointer
    }

    deinit {
        // SAFETY: gives back the one reference; OpenSSL overwrites what is secret in it.
        unsafe EVP_PKEY_free(pointer)
    }

    private static func algorithm(of key: OpaquePointer) throws(CryptoError) -> SignatureAlgorithm {
        // SAFETY: in all of this function the caller keeps the key alive; texts are passed as zero-terminated copies.
        if unsafe EVP_PKEY_is_a(key, "ED25519") == 1 { return .ed25519 }
        // SAFETY: as above; the name is a static text of OpenSSL's or nil, copied at once.
        let type = unsafe EVP_PKEY_get0_type_name(key).map { unsafe String(cString: $0) } ?? "unknown"
        // SAFETY: as above.
        let group = unsafe groupName(of: key)
        switch (type, group) {
        case ("EC", "prime256v1"), ("EC", "P-256"): return .ecdsaP256
        case ("EC", "secp384r1"), ("EC", "P-384"): return .ecdsaP384
        default: throw .keyUnsupported(type: group.map { "\(type) \($0)" } ?? type)
        }
    }

    private static func groupName(of key: OpaquePointer) -> String? {
        var name = [CChar](repeating: 0, count: 80)
        var length = 0
        // SAFETY: the caller keeps the key alive; OpenSSL writes at most as many bytes as there is room for.
        guard unsafe EVP_PKEY_get_group_name(key, &name, name.count, &length) == 1, length <= name.count else {
            ERR_clear_error()
            return nil
        }
        return String(decoding: name.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The public key as a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7) in DER.
    ///
    /// - Throws: `failed`.
    func publicKeyInfo() throws(CryptoError) -> [UInt8] {
        ERR_clear_error()
        // SAFETY: the key is alive; without a place, OpenSSL only counts the bytes.
        let length = unsafe Int(i2d_PUBKEY(pointer, nil))
        guard length > 0 else {
            throw .failed(operation: "writing a public key", cause: CryptoError.takeCause())
        }
        var bytes = [UInt8](repeating: 0, count: length)
        // SAFETY: there is room for as many bytes as were counted for the same key.
        let written = unsafe bytes.withUnsafeMutableBufferPointer { space in
            var place = space.baseAddress
            // SAFETY: as above.
            return unsafe Int(i2d_PUBKEY(pointer, &place))
        }
        guard written == length else {
            throw .failed(operation: "writing a public key", cause: CryptoError.takeCause())
        }
        return bytes
    }
}
