/// Who the verified peer is, as its certificate says.
public struct PeerCertificate: Equatable, Sendable {
    /// The subject's distinguished name (RFC 2253 form).
    public let subject: String
    /// The serial number, in upper-case hexadecimal.
    public let serialNumber: String
    /// SHA-256 of the certificate's DER form: 32 bytes.
    public let sha256Fingerprint: [UInt8]
    /// The URIs among the subject alternative names, in the certificate's order: printable ASCII without spaces,
    /// as many and as long as ``TLSLimits`` says.
    public let uris: [String]

    /// The four facts, for tests of what is above TLS.
    public init(subject: String, serialNumber: String, sha256Fingerprint: [UInt8], uris: [String] = []) {
        self.subject = subject
        self.serialNumber = serialNumber
        self.sha256Fingerprint = sha256Fingerprint
        self.uris = uris
    }
}

extension PeerCertificate {
    /// Reads the facts out of an X509, which stays the caller's.
    ///
    /// - Throws: `openSSLFailed` when OpenSSL is out of memory, `untrustedPeer` for names that cannot be taken.
    init(x509: OpaquePointer) throws(TLSError) {
        // SAFETY: here and in the line below, the caller keeps the certificate alive during the call.
        let facts = try unsafe CertificateFacts(x509: x509)
        // SAFETY: as above.
        let uris = try unsafe Self.uris(of: x509)
        self.init(
            subject: facts.subject, serialNumber: facts.serialNumber, sha256Fingerprint: facts.sha256Fingerprint,
            uris: uris)
    }
}
