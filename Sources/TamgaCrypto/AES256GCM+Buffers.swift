// For what is too large to be copied. The tag is kept apart, and the caller owns the memory.
extension AES256GCM {
    /// Encrypts what lies at one place into another.
    ///
    /// - Parameters:
    ///   - plaintext: up to ``CryptoLimits/messageBytes``.
    ///   - ciphertext: as long as the plaintext; the two may be the same place, but not overlap otherwise.
    ///   - nonce: ``CryptoLimits/nonceBytes`` bytes, new for every message of the key.
    /// - Returns: the tag, ``CryptoLimits/tagBytes`` long.
    /// - Throws: `lengthRefused`, `unavailable`, `failed`.
    /// - Complexity: O(bytes), no copy of the plaintext.
    public static func seal(
        _ plaintext: UnsafeRawBufferPointer, into ciphertext: UnsafeMutableRawBufferPointer, key: SecretKey,
        nonce: [UInt8], associatedData: [UInt8] = []
    ) throws(CryptoError) -> [UInt8] {
        let length = plaintext.count
        try CryptoError.check("a plaintext", length, 0...CryptoLimits.messageBytes)
        try CryptoError.check("the space of a ciphertext", ciphertext.count, length...length)
        let call = try GCMCall(key: key, nonce: nonce, associatedData: associatedData)
        var tag = [UInt8](repeating: 0, count: CryptoLimits.tagBytes)
        // SAFETY: both places are valid during the call, as the caller sees to, and of one length, as just checked;
        // there is room for the tag.
        let done = unsafe tag.withUnsafeMutableBytes { tag in
            // SAFETY: as above.
            unsafe call.seal(plaintext, into: ciphertext.baseAddress, tag: tag.baseAddress)
        }
        try done.get()
        return tag
    }

    /// Checks and decrypts bytes where they lie; zeros are there where it fails.
    ///
    /// - Throws: `authenticationFailed` if anything at all differs, also in length; `unavailable`, `failed`.
    /// - Complexity: O(bytes), no copy.
    public static func open(
        inPlace text: UnsafeMutableRawBufferPointer, tag: [UInt8], key: SecretKey, nonce: [UInt8],
        associatedData: [UInt8] = []
    ) throws(CryptoError) {
        guard tag.count == CryptoLimits.tagBytes, nonce.count == CryptoLimits.nonceBytes else {
            throw .authenticationFailed
        }
        let call = try GCMCall(key: key, nonce: nonce, associatedData: associatedData)
        // SAFETY: the caller's place is valid during the call; OpenSSL decrypts in place where both pointers are equal;
        // the tag is as long as OpenSSL reads.
        let done = unsafe tag.withUnsafeBytes { tag in
            // SAFETY: as above.
            unsafe call.open(UnsafeRawBufferPointer(text), tag: tag.baseAddress, into: text)
        }
        try done.get()
    }
}
