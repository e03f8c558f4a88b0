internal import COpenSSL

/// The arguments of one call that sealing and opening share, checked; each use makes a context and frees it.
struct GCMCall {
    let cipher: Cipher
    let key: SecretKey
    let nonce: [UInt8]
    let associatedData: [UInt8]

    init(key: SecretKey, nonce: [UInt8], associatedData: [UInt8]) throws(CryptoError) {
        try CryptoError.check("a nonce", nonce.count, CryptoLimits.nonceBytes...CryptoLimits.nonceBytes)
        try CryptoError.check("associated data", associatedData.count, 0...CryptoLimits.messageBytes)
        cipher = try Cipher.aes256GCM.get()
        self.key = key
        self.nonce = nonce
        self.associatedData = associatedData
    }

    /// Writes the ciphertext, as long as the plaintext, and the tag behind it or elsewhere.
    func seal(
        _ plaintext: UnsafeRawBufferPointer, into text: UnsafeMutableRawPointer?, tag: UnsafeMutableRawPointer?
    ) -> Result<Void, CryptoError> {
        // SAFETY: in all of this function: the context is alive until the end of the closure; there is room for the
        // text and the tag; the C library reads and writes no more than the counts given.
        unsafe withContext { context in
            // SAFETY: as above.
            let done = unsafe begin(context, 1) && update(context, text, plaintext)
                && finish(context)
                && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(CryptoLimits.tagBytes), tag) == 1
            return done ? .success(()) : .failure(Self.failure("sealing"))
        }
    }

    /// Writes the plaintext into the space, which is as long as what stands in front of the tag; zeros where it fails.
    func open(_ sealed: [UInt8], into space: UnsafeMutableRawBufferPointer) -> Result<Void, CryptoError> {
        // SAFETY: the bytes are readable during the call; the tag stands right behind the text.
        unsafe sealed.withUnsafeBytes { bytes in
            let text = unsafe UnsafeRawBufferPointer(rebasing: bytes.dropLast(CryptoLimits.tagBytes))
            return unsafe open(text, tag: bytes.baseAddress.map { unsafe $0 + text.count }, into: space)
        }
    }

    /// Writes the plaintext into the space, which is as long as the text and may be where the text lies; zeros where it
    /// fails.
    func open(
        _ text: UnsafeRawBufferPointer, tag: UnsafeRawPointer?, into space: UnsafeMutableRawBufferPointer
    ) -> Result<Void, CryptoError> {
        guard text.count <= CryptoLimits.messageBytes else { return .failure(.authenticationFailed) }
        // SAFETY: as in `seal`; OpenSSL copies the tag and does not write to it.
        return unsafe withContext { context in
            // SAFETY: as above.
            let tag = unsafe UnsafeMutableRawPointer(mutating: tag)
            // SAFETY: as above.
            let read = unsafe begin(context, 0) && update(context, space.baseAddress, text)
                && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(CryptoLimits.tagBytes), tag) == 1
            // SAFETY: as above.
            if read, unsafe finish(context) { return .success(()) }
            // SAFETY: the space is writable for its count; what has not been vouched for is not kept.
            unsafe OPENSSL_cleanse(space.baseAddress, space.count)
            guard read else { return .failure(Self.failure("opening")) }
            ERR_clear_error()
            return .failure(.authenticationFailed)
        }
    }
}

extension GCMCall {
    private func withContext(_ body: (OpaquePointer) -> Result<Void, CryptoError>) -> Result<Void, CryptoError> {
        ERR_clear_error()
        // SAFETY: a new context, freed (and with it the key schedule overwritten) at the end of this function.
        guard let context = unsafe EVP_CIPHER_CTX_new() else {
            return .failure(Self.failure("making a context"))
        }
        // SAFETY: as above.
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        // SAFETY: as above.
        return unsafe body(context)
    }

    /// Sets cipher, key, nonce (12 bytes, the default of GCM) and associated data; `encrypting` is 1 or 0.
    private func begin(_ context: OpaquePointer, _ encrypting: Int32) -> Bool {
        // SAFETY: the cipher and the key live as long as this value; 32 and 12 bytes are what AES-256-GCM reads.
        let begun = unsafe nonce.withUnsafeBufferPointer { nonce in
            // SAFETY: as above.
            unsafe EVP_CipherInit_ex2(
                context, cipher.handle, key.memory.baseAddress?.assumingMemoryBound(to: UInt8.self),
                nonce.baseAddress, encrypting, nil) == 1
        }
        // SAFETY: without an output the bytes are associated data; readable during the call.
        return unsafe begun && associatedData.withUnsafeBytes { unsafe update(context, nil, $0) }
    }

    private func update(
        _ context: OpaquePointer, _ output: UnsafeMutableRawPointer?, _ input: UnsafeRawBufferPointer
    ) -> Bool {
        var written: Int32 = 0
        // SAFETY: the output is nil or has room for as many bytes as the input has, which is below the limit of Int32.
        return unsafe input.isEmpty
            || EVP_CipherUpdate(
                context, output?.assumingMemoryBound(to: UInt8.self), &written,
                input.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(input.count)) == 1
    }

    /// GCM writes nothing here, but OpenSSL wants to be told where.
    private func finish(_ context: OpaquePointer) -> Bool {
        var written: Int32 = 0
        var nowhere: (UInt64, UInt64) = (0, 0)
        // SAFETY: room for a block, which is more than GCM writes.
        return unsafe withUnsafeMutableBytes(of: &nowhere) { block in
            unsafe EVP_CipherFinal_ex(context, block.baseAddress?.assumingMemoryBound(to: UInt8.self), &written) == 1
        }
    }

    private static func failure(_ operation: String) -> CryptoError {
        .failed(operation: "\(operation) with AES-256-GCM", cause: CryptoError.takeCause())
    }
}
