internal import COpenSSL

// SAFETY: in all of this file the context is alive, paths are NUL-terminated for the length of the call,
// and OpenSSL keeps copies of what it reads.
extension TLSContext {
    func setVersion(_ version: Int32) throws(TLSError) {
        // SAFETY: see the head of this extension.
        let minimum = unsafe COpenSSL_CTX_set_min_version(handle, version)
        // SAFETY: see the head of this extension.
        let maximum = unsafe COpenSSL_CTX_set_max_version(handle, version)
        try check(minimum == 1 && maximum == 1)
    }

    func setRules() throws(TLSError) {
        // SAFETY: see the head of this extension.
        unsafe COpenSSL_CTX_forbid_extras(handle)
        // SAFETY: see the head of this extension.
        unsafe COpenSSL_CTX_forget_sessions(handle)
        // SAFETY: see the head of this extension.
        unsafe COpenSSL_CTX_set_modes(handle)
        // SAFETY: see the head of this extension.
        unsafe COpenSSL_CTX_refuse_passwords(handle)
        // SAFETY: see the head of this extension.
        unsafe COpenSSL_CTX_demand_certificate(handle)
        // SAFETY: see the head of this extension.
        unsafe SSL_CTX_set_verify_depth(handle, Int32(TLSLimits.chainDepth))
        // SAFETY: see the head of this extension.
        unsafe COpenSSL_CTX_set_chain_bytes(handle, TLSLimits.chainBytes)
    }

    func setProtocolName() throws(TLSError) {
        if role == .server {
            // SAFETY: see the head of this extension; the callbacks are static and take no state.
            unsafe COpenSSL_CTX_demand_alpn(handle)
        } else {
            // SAFETY: see the head of this extension.
            let refused = unsafe COpenSSL_CTX_offer_alpn(handle)
            try check(refused == 0)
        }
    }

    func trust(_ authority: String) throws(TLSError) {
        ERR_clear_error()
        // SAFETY: see the head of this extension.
        try checkFile(authority, unsafe SSL_CTX_load_verify_file(handle, authority) == 1)
        guard role == .server else { return }
        // SAFETY: a new list, which the context takes over below.
        guard let names = unsafe SSL_load_client_CA_file(authority) else {
            throw OpenSSLFailure.take().ofFile(authority)
        }
        // SAFETY: the list is new, and the context takes it over.
        unsafe SSL_CTX_set_client_CA_list(handle, names)
    }

    func present(_ certificate: String, key: String) throws(TLSError) {
        ERR_clear_error()
        // SAFETY: see the head of this extension.
        try checkFile(certificate, unsafe SSL_CTX_use_certificate_chain_file(handle, certificate) == 1)
        // SAFETY: see the head of this extension.
        let taken = unsafe SSL_CTX_use_PrivateKey_file(handle, key, SSL_FILETYPE_PEM) == 1
        // SAFETY: see the head of this extension.
        if taken, unsafe SSL_CTX_check_private_key(handle) == 1 { return }
        let failure = OpenSSLFailure.take()
        throw taken || failure.isKeyMismatch ? .keyMismatch : failure.ofFile(key)
    }

    /// This end's certificate, as its context has it.
    func ownCertificate() throws(TLSError) -> CertificateFacts? {
        // SAFETY: see the head of this extension; the certificate is borrowed from the context.
        guard let x509 = unsafe SSL_CTX_get0_certificate(handle) else { return nil }
        // SAFETY: as above.
        return try unsafe CertificateFacts(x509: x509)
    }

    /// The file is kept open by this context.
    func logKeys(_ keyLog: TLSKeyLog) {
        // SAFETY: see the head of this extension; the context and its key log end together.
        unsafe COpenSSL_CTX_log_keys(handle, keyLog.descriptor)
    }

    /// Certificates and lists are judged as of then, not of now; for tests, which may not wait.
    package func judge(asOf secondsSince1970: Int64) {
        // SAFETY: see the head of this extension; connections made before keep their own time.
        unsafe COpenSSL_CTX_set_time(handle, secondsSince1970)
    }

    func check(_ done: Bool) throws(TLSError) {
        guard done else { throw .openSSLFailed(reason: OpenSSLFailure.take().text) }
    }

    private func checkFile(_ path: String, _ done: Bool) throws(TLSError) {
        guard done else { throw OpenSSLFailure.take().ofFile(path) }
    }
}

extension OpenSSLFailure {
    fileprivate var isKeyMismatch: Bool {
        ERR_GET_LIB(code) == ERR_LIB_X509
            && [X509_R_KEY_VALUES_MISMATCH, X509_R_KEY_TYPE_MISMATCH].contains(reason)
    }

    func ofFile(_ path: String) -> TLSError {
        isSystem ? .fileUnreadable(path: path) : .fileMalformed(path: path, reason: text)
    }
}
