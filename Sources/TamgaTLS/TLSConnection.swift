internal import COpenSSL
internal import NIOCore

/// The second of three jobs, one SSL*: ciphertext in and out through two memory BIOs, plaintext in and out by calls.
///
/// Belongs to one event loop. After an error it must not be used but for `takeOutput`, which holds the alert.
@safe final class TLSConnection {
    let ssl: OpaquePointer
    let input: MemoryBIO
    let output: MemoryBIO
    let role: TLSRole
    /// Whether the peer's application data has been seen, which a server sends only to a client it accepted.
    private var heardData = false
    /// Why the handshake failed, where OpenSSL has said so; set with the error.
    private(set) var refusal: HandshakeRefusal.Reason?

    /// A connection before its handshake.
    ///
    /// Throws `serverNameInvalid` for a client without a usable name to check, or `openSSLFailed`.
    init(_ context: TLSContext, expectedServerName: String?) throws(TLSError) {
        ERR_clear_error()
        // SAFETY: a new SSL with one reference, given back in deinit; it holds a reference to the context.
        guard let input = MemoryBIO(), let output = MemoryBIO(), let ssl = unsafe SSL_new(context.handle) else {
            throw .openSSLFailed(reason: OpenSSLFailure.take().text)
        }
        // SAFETY: owned from here on, freed in deinit.
        unsafe self.ssl = ssl
        self.input = input
        self.output = output
        role = context.role
        attach()
        if role == .client { try expect(expectedServerName ?? "") }
    }

    deinit {
        // SAFETY: gives back the certificate that was refused, if any, then the one reference to the SSL, and with it
        // the SSL's references to the BIOs.
        unsafe COpenSSL_drop_refused(ssl)
        // SAFETY: as above.
        unsafe SSL_free(ssl)
    }

    /// Bytes that a next read should have room for: what lies here encrypted and decrypted.
    var readable: Int {
        // SAFETY: the SSL is alive as long as this object.
        input.pending + Int(unsafe SSL_pending(ssl))
    }

    /// Moves up to `limit` bytes of ciphertext in; false when OpenSSL is out of memory.
    func feed(_ ciphertext: inout ByteBuffer, limit: Int) -> Bool {
        input.fill(from: &ciphertext, limit: limit)
    }

    /// Takes the ciphertext made since the last call; nil when there is none.
    func takeOutput(_ allocator: ByteBufferAllocator) -> ByteBuffer? {
        output.takeBytes(allocator)
    }

    /// Takes the handshake as far as the input allows; true when it is complete.
    ///
    /// Throws `noPeerCertificate`, `untrustedPeer` or `handshakeFailed`.
    func handshake() throws(TLSError) -> Bool {
        ERR_clear_error()
        // SAFETY: the SSL is alive as long as this object.
        let result = unsafe SSL_do_handshake(ssl)
        if result == 1 { return true }
        switch errorKind(result) {
        case SSL_ERROR_WANT_READ: return false
        case SSL_ERROR_ZERO_RETURN:
            refusal = .dropped
            throw .handshakeFailed(reason: "closed by the peer")
        default: throw handshakeError(OpenSSLFailure.take())
        }
    }

    /// What a read came to its end by.
    enum ReadEnd {
        /// The buffer holds as much as it should; there may be more.
        case full
        /// All input is used up.
        case drained
        /// The peer's close_notify has been read.
        case closed
        /// The connection is beyond use.
        case failed(TLSError)
    }

    /// Decrypts into `plaintext` until the input is used up or the buffer holds `limit` bytes or more.
    func read(into plaintext: inout ByteBuffer, limit: Int) -> ReadEnd {
        while plaintext.readableBytes < limit {
            ERR_clear_error()
            let (result, count) = readOnce(into: &plaintext)
            if result == 1 {
                heardData = heardData || count > 0
                continue
            }
            switch errorKind(result) {
            case SSL_ERROR_WANT_READ: return .drained
            case SSL_ERROR_ZERO_RETURN: return .closed
            default: return .failed(readError(OpenSSLFailure.take()))
            }
        }
        return .full
    }

    /// Encrypts all of `plaintext`, which takes as many records as it needs.
    func write(_ plaintext: ByteBuffer) throws(TLSError) {
        guard plaintext.readableBytes > 0 else { return }
        ERR_clear_error()
        // SAFETY: the bytes are readable for the length given during the call, and SSL_write_ex copies them;
        // a memory BIO takes all, so that a partial write cannot be.
        let result = unsafe plaintext.withUnsafeReadableBytes { bytes in
            var written = 0
            // SAFETY: as above.
            return unsafe SSL_write_ex(ssl, bytes.baseAddress, bytes.count, &written)
        }
        guard result == 1 else { throw .openSSLFailed(reason: OpenSSLFailure.take().text) }
    }

    /// Makes a key update that asks for one in return; false before the handshake is complete or after closing.
    func updateKeys() -> Bool {
        ERR_clear_error()
        // SAFETY: the SSL is alive as long as this object.
        let asked = unsafe SSL_key_update(ssl, SSL_KEY_UPDATE_REQUESTED) == 1
        // SAFETY: the SSL is alive as long as this object.
        let made = unsafe SSL_do_handshake(ssl) == 1
        ERR_clear_error()
        return asked && made
    }

    /// Makes the close_notify; only after the handshake.
    func sendCloseNotify() {
        ERR_clear_error()
        // The peer's answer is seen by read, so the result says nothing.
        // SAFETY: the SSL is alive as long as this object.
        _ = unsafe SSL_shutdown(ssl)
        ERR_clear_error()
    }

    /// The verified peer's certificate and the agreed protocol name are looked at once more, after the handshake.
    ///
    /// Throws `noPeerCertificate`, `untrustedPeer`, `handshakeFailed` or `openSSLFailed`.
    func verifiedPeer() throws(TLSError) -> PeerCertificate {
        // SAFETY: a reference of our own to the certificate, or nil.
        guard let x509 = unsafe SSL_get1_peer_certificate(ssl) else {
            refusal = .noCertificate
            throw .noPeerCertificate
        }
        // SAFETY: given back once, after the last use.
        defer { unsafe X509_free(x509) }
        // SAFETY: the SSL is alive as long as this object.
        guard unsafe SSL_get_verify_result(ssl) == Int(X509_V_OK) else { throw untrusted() }
        // SAFETY: the SSL is alive as long as this object.
        guard unsafe COpenSSL_alpn_is_tamga(ssl) == 1 else {
            refusal = .noProtocolName
            throw .handshakeFailed(reason: "the peer does not speak tamga/1")
        }
        // What fails from here on is in what the certificate says.
        refusal = .certificateUnsuitable
        // SAFETY: the certificate is alive until the end of this function.
        let peer = try unsafe PeerCertificate(x509: x509)
        refusal = nil
        return peer
    }
}

extension TLSConnection {
    private func readOnce(into plaintext: inout ByteBuffer) -> (result: Int32, count: Int) {
        var result: Int32 = 0
        // SAFETY: the SSL is alive as long as this object.
        let rest = Int(unsafe SSL_pending(ssl))
        // SAFETY: SSL_read_ex writes at most the given length, which is the buffer's free space.
        let count = unsafe plaintext.writeWithUnsafeMutableBytes(minimumWritableBytes: max(rest, 1)) { space in
            var count = 0
            // SAFETY: as above.
            result = unsafe SSL_read_ex(ssl, space.baseAddress, space.count, &count)
            return result == 1 ? count : 0
        }
        return (result, count)
    }

    private func errorKind(_ result: Int32) -> Int32 {
        // SAFETY: the SSL is alive as long as this object; called right after the call it asks about.
        unsafe SSL_get_error(ssl, result)
    }

    private func handshakeError(_ failure: OpenSSLFailure) -> TLSError {
        refusal = HandshakeRefusal.Reason(failure)
        switch failure.reason {
        case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE: return .noPeerCertificate
        case SSL_R_CERTIFICATE_VERIFY_FAILED: return untrusted()
        default: return .handshakeFailed(reason: failure.text)
        }
    }

    /// A client hears of its own refusal only after its handshake, as an alert in place of the first data.
    private func readError(_ failure: OpenSSLFailure) -> TLSError {
        guard failure.isAlert else { return .protocolViolation(reason: failure.text) }
        return role == .client && !heardData
            ? .handshakeFailed(reason: failure.text) : .alertReceived(reason: failure.text)
    }

    private func untrusted() -> TLSError {
        // SAFETY: the SSL is alive as long as this object.
        untrusted(unsafe SSL_get_verify_result(ssl))
    }

    private func untrusted(_ verdict: Int) -> TLSError {
        refusal = HandshakeRefusal.Reason(verdict: Int32(verdict))
        // SAFETY: the words are a static string of OpenSSL.
        return .untrustedPeer(reason: unsafe String(cString: X509_verify_cert_error_string(verdict)))
    }
}

extension TLSConnection {
    /// Whether the session of an earlier connection was taken up.
    var isResumed: Bool {
        // SAFETY: the SSL is alive as long as this object.
        unsafe SSL_session_reused(ssl) == 1
    }

    /// The certificate the peer has shown, trusted or refused; nil where it showed none, or not yet.
    var shownCertificate: CertificateFacts? {
        // SAFETY: both are borrowed from the SSL, which is alive as long as this object.
        guard let x509 = unsafe COpenSSL_get0_refused(ssl) ?? SSL_get0_peer_certificate(ssl) else { return nil }
        // SAFETY: as above.
        return try? unsafe CertificateFacts(x509: x509)
    }

    /// Judges the client's certificate, after the handshake, by the rules of another context.
    ///
    /// - Throws: `noPeerCertificate` or `untrustedPeer`.
    func judge(by context: TLSContext) throws(TLSError) {
        // SAFETY: certificate and chain are borrowed from the SSL, which is alive as long as this object.
        guard let x509 = unsafe SSL_get0_peer_certificate(ssl) else { throw .noPeerCertificate }
        // SAFETY: as above; the context is alive for the call.
        let verdict = unsafe COpenSSL_judge(context.handle, x509, SSL_get_peer_cert_chain(ssl))
        guard verdict == X509_V_OK else { throw untrusted(Int(verdict)) }
    }

    /// What the connection may be taken up by; nil as long as the server has given no ticket.
    func session() -> TLSSession? {
        // A copy: OpenSSL takes a session whose connection was lost for one that must not be taken up again.
        // SAFETY: the session is borrowed from the SSL, which is alive; the copy is ours, or nil.
        guard let session = unsafe SSL_get_session(ssl).flatMap({ unsafe SSL_SESSION_dup($0) }) else { return nil }
        // SAFETY: the copy goes over to the object.
        let owned = unsafe TLSSession(owning: session)
        return owned.isResumable ? owned : nil
    }

    /// Offers the ticket of an earlier connection; before the handshake.
    func resume(_ session: TLSSession) {
        // SAFETY: a copy, for the reason above; the SSL takes a reference of its own, ours is given back.
        let copy = unsafe SSL_SESSION_dup(session.handle)
        // SAFETY: as above.
        _ = unsafe SSL_set_session(ssl, copy)
        // SAFETY: as above.
        unsafe SSL_SESSION_free(copy)
        ERR_clear_error()
    }
}
