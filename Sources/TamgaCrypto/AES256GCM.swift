/// Authenticated encryption: AES-256-GCM (NIST SP 800-38D), tag of 16 bytes behind the ciphertext.
///
/// A nonce must never be used twice with one key: whoever does so gives away both plaintexts and the power to forge.
/// With random nonces a key may seal 2^32 messages (SP 800-38D, 8.3). Every call has a context of its own.
public enum AES256GCM {
    /// Encrypts, and vouches for the plaintext and the associated data, which is not part of the result.
    ///
    /// - Parameter nonce: ``CryptoLimits/nonceBytes`` bytes, new for every message of the key.
    /// - Returns: as many bytes as the plaintext has, then the tag.
    /// - Throws: `lengthRefused`, `unavailable`, `failed`.
    public static func seal(
        _ plaintext: [UInt8], key: SecretKey, nonce: [UInt8], associatedData: [UInt8] = []
    ) throws(CryptoError) -> [UInt8] {
        let call = try GCMCall(key: key, nonce: nonce, associatedData: associatedData)
        // SAFETY: the bytes are readable during the call.
        return try unsafe plaintext.withUnsafeBytes { unsafe sealed($0, call) }.get()
    }

    /// Checks and decrypts what ``seal(_:key:nonce:associatedData:)`` returned for the same other arguments.
    ///
    /// - Throws: `authenticationFailed` if anything at all differs, also in length; `unavailable`, `failed`.
    public static func open(
        _ sealed: [UInt8], key: SecretKey, nonce: [UInt8], associatedData: [UInt8] = []
    ) throws(CryptoError) -> [UInt8] {
        let length = sealed.count - CryptoLimits.tagBytes
        guard length >= 0, nonce.count == CryptoLimits.nonceBytes else { throw .authenticationFailed }
        let call = try GCMCall(key: key, nonce: nonce, associatedData: associatedData)
        var plaintext = [UInt8](repeating: 0, count: length)
        // SAFETY: the space is writable during the call and as long as the text in front of the tag.
        try unsafe plaintext.withUnsafeMutableBytes { unsafe call.open(sealed, into: $0) }.get()
        return plaintext
    }

    /// Seals a key by another, so that its bytes need not leave this module; for the arguments see `seal`.
    ///
    /// - Returns: 48 bytes.
    /// - Throws: `lengthRefused`, `unavailable`, `failed`.
    public static func wrap(
        _ inner: SecretKey, key: SecretKey, nonce: [UInt8], associatedData: [UInt8] = []
    ) throws(CryptoError) -> [UInt8] {
        let call = try GCMCall(key: key, nonce: nonce, associatedData: associatedData)
        // SAFETY: the inner key is alive during the call.
        return try withExtendedLifetime(inner) { unsafe sealed(UnsafeRawBufferPointer(inner.memory), call) }.get()
    }

    /// Opens what ``wrap(_:key:nonce:associatedData:)`` returned.
    ///
    /// - Throws: `authenticationFailed` if anything differs or no key is inside; `unavailable`, `failed`.
    public static func unwrap(
        _ wrapped: [UInt8], key: SecretKey, nonce: [UInt8], associatedData: [UInt8] = []
    ) throws(CryptoError) -> SecretKey {
        guard wrapped.count == CryptoLimits.keyBytes + CryptoLimits.tagBytes,
            nonce.count == CryptoLimits.nonceBytes
        else { throw .authenticationFailed }
        let call = try GCMCall(key: key, nonce: nonce, associatedData: associatedData)
        // SAFETY: the space is as long as the text in front of the tag, which was checked above.
        return try unsafe SecretKey { (space) throws(CryptoError) in try unsafe call.open(wrapped, into: space).get() }
    }

    private static func sealed(_ plaintext: UnsafeRawBufferPointer, _ call: GCMCall) -> Result<[UInt8], CryptoError> {
        let length = plaintext.count
        guard length <= CryptoLimits.messageBytes else {
            return .failure(
                .lengthRefused(argument: "a plaintext", bytes: length, limit: 0...CryptoLimits.messageBytes))
        }
        var sealed = [UInt8](repeating: 0, count: length + CryptoLimits.tagBytes)
        // SAFETY: the space is writable during the call and has room for the text and the tag.
        let done = unsafe sealed.withUnsafeMutableBytes { space in
            // SAFETY: as above.
            unsafe call.seal(plaintext, into: space.baseAddress, tag: space.baseAddress.map { unsafe $0 + length })
        }
        return done.map { sealed }
    }
}
