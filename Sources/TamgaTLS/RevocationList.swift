internal import COpenSSL
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Musl
#endif

/// One revocation list (RFC 5280, 5) out of a file.
@safe final class RevocationList {
    /// The X509_CRL, of which this object owns one reference.
    let handle: OpaquePointer
    private let path: String

    private init(_ handle: OpaquePointer, _ path: String) {
        // SAFETY: owned from here on, freed in deinit.
        unsafe self.handle = handle
        self.path = path
    }

    deinit {
        // SAFETY: gives back the one reference.
        unsafe X509_CRL_free(handle)
    }

    /// All lists of a PEM file; one at least.
    ///
    /// - Throws: `fileUnreadable`, `limitExceeded`, or `fileMalformed` for a file without a list or with a broken one.
    static func read(_ path: String, atMost limit: Int) throws(TLSError) -> [RevocationList] {
        var status = stat()
        // SAFETY: the path is NUL-terminated for the call, which writes nothing but the status.
        guard unsafe stat(path, &status) == 0 else { throw .fileUnreadable(path: path) }
        guard status.st_size <= TLSLimits.revocationFileBytes else {
            throw .limitExceeded(what: "bytes of \(path)", limit: TLSLimits.revocationFileBytes)
        }
        // SAFETY: the path is NUL-terminated for the call; the BIO is ours, freed below.
        guard let bio = unsafe BIO_new_file(path, "r") else { throw OpenSSLFailure.take().ofFile(path) }
        // SAFETY: freed once, after its last use.
        defer { _ = unsafe BIO_free(bio) }
        var lists: [RevocationList] = []
        // SAFETY: the BIO is alive; each list is ours.
        while let next = unsafe COpenSSL_read_list(bio) {
            unsafe lists.append(RevocationList(next, path))
            guard lists.count <= limit else {
                throw .limitExceeded(what: "revocation lists", limit: TLSLimits.revocationLists.upperBound)
            }
        }
        let failure = OpenSSLFailure.take()
        guard !lists.isEmpty, COpenSSL_is_end_of_pem(failure.code) == 1 else {
            throw failure.isSystem ? .fileUnreadable(path: path) : .fileMalformed(path: path, reason: failure.text)
        }
        return lists
    }

    /// Revoked certificates, in number.
    var count: Int {
        // SAFETY: the list is alive.
        Int(unsafe COpenSSL_list_count(handle))
    }

    /// Seconds since 1970; -1 where the list does not say.
    var validUntil: Int64 {
        // SAFETY: the list is alive, the time borrowed from it.
        unsafe COpenSSL_seconds(X509_CRL_get0_nextUpdate(handle))
    }

    /// Refuses a list that is not whole, or not of now: handshakes would, one by one.
    func check() throws(TLSError) {
        // SAFETY: here and below, the list is alive and the times are borrowed from it; nil is the time of the system.
        guard unsafe COpenSSL_list_is_delta(handle) == 0 else { throw unusable("it only has the changes of another") }
        // SAFETY: as above.
        guard unsafe X509_cmp_time(X509_CRL_get0_lastUpdate(handle), nil) < 0 else {
            throw unusable("it is of the future")
        }
        guard validUntil >= 0 else { throw unusable("it does not say until when it counts") }
        // SAFETY: as above.
        guard unsafe X509_cmp_time(X509_CRL_get0_nextUpdate(handle), nil) > 0 else { throw unusable("it has run out") }
    }

    /// Whether it is issued under the authority's name.
    func isOf(_ authority: TrustedAuthority) -> Bool {
        // SAFETY: both are alive; names are borrowed.
        unsafe X509_NAME_cmp(X509_get_subject_name(authority.handle), X509_CRL_get_issuer(handle)) == 0
    }

    /// Whether the authority has signed it.
    func isSigned(by authority: TrustedAuthority) -> Bool {
        defer { ERR_clear_error() }
        // SAFETY: both are alive; the key is borrowed.
        return unsafe isOf(authority) && X509_CRL_verify(handle, X509_get0_pubkey(authority.handle)) == 1
    }

    /// The error that names the file and whose list it is.
    func unusable(_ reason: String) -> TLSError {
        // SAFETY: the list is alive; the name is borrowed.
        let issuer = unsafe CertificateFacts.text(of: X509_CRL_get_issuer(handle)) ?? ""
        return .listUnusable(path: path, reason: "\(reason), issued by \(issuer)")
    }
}
