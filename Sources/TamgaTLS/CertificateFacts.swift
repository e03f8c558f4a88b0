internal import COpenSSL
internal import NIOCore

/// What names a certificate, be it trusted or not.
public struct CertificateFacts: Equatable, Sendable {
    /// The subject's distinguished name (RFC 2253 form, control characters escaped).
    public let subject: String
    /// The serial number, in upper-case hexadecimal.
    public let serialNumber: String
    /// SHA-256 of the certificate's DER form: 32 bytes.
    public let sha256Fingerprint: [UInt8]
    /// The moment after which it is no longer valid, in seconds since 1970; -1 where it cannot be read.
    public let validUntil: Int64

    /// The facts, for tests of what is above TLS.
    public init(subject: String, serialNumber: String, sha256Fingerprint: [UInt8], validUntil: Int64) {
        self.subject = subject
        self.serialNumber = serialNumber
        self.sha256Fingerprint = sha256Fingerprint
        self.validUntil = validUntil
    }
}

extension CertificateFacts {
    /// Reads the facts out of an X509, which stays the caller's.
    ///
    /// - Throws: `openSSLFailed` when OpenSSL is out of memory.
    init(x509: OpaquePointer) throws(TLSError) {
        // SAFETY: here and in the lines below, the caller keeps the certificate alive during the call.
        guard let subject = unsafe Self.text(of: X509_get_subject_name(x509)),
            // SAFETY: as above.
            let serial = unsafe Self.serialNumber(of: x509),
            // SAFETY: as above.
            let digest = unsafe Self.fingerprint(of: x509)
        else { throw .openSSLFailed(reason: OpenSSLFailure.take().text) }
        // SAFETY: as above; the time is borrowed.
        let end = unsafe COpenSSL_seconds(X509_get0_notAfter(x509))
        self.init(subject: subject, serialNumber: serial, sha256Fingerprint: digest, validUntil: end)
    }

    /// A distinguished name, which stays the caller's; nil when OpenSSL is out of memory.
    static func text(of name: OpaquePointer?) -> String? {
        guard let bio = MemoryBIO() else { return nil }
        // SAFETY: the caller keeps the name alive during the call, the BIO is alive.
        guard unsafe COpenSSL_print_name(bio.handle, name) >= 0 else { return nil }
        return bio.takeBytes(ByteBufferAllocator()).map { String(buffer: $0) } ?? ""
    }

    private static func serialNumber(of x509: OpaquePointer) -> String? {
        // SAFETY: the number and its text are ours and freed on every way out; the ASN.1 integer is borrowed.
        guard let number = unsafe ASN1_INTEGER_to_BN(X509_get0_serialNumber(x509), nil) else { return nil }
        // SAFETY: freed once, after its last use.
        defer { unsafe BN_free(number) }
        // SAFETY: the number is alive; the text is a NUL-terminated string of our own.
        guard let text = unsafe BN_bn2hex(number) else { return nil }
        // SAFETY: freed once, after its last use.
        defer { unsafe COpenSSL_free(text) }
        // SAFETY: NUL-terminated, copied.
        return unsafe String(cString: text)
    }

    private static func fingerprint(of x509: OpaquePointer) -> [UInt8]? {
        var length: UInt32 = 0
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        // SAFETY: the array has room for the longest digest OpenSSL knows; the length is set on success.
        guard unsafe X509_digest(x509, EVP_sha256(), &digest, &length) == 1 else { return nil }
        return Array(digest.prefix(Int(length)))
    }
}
