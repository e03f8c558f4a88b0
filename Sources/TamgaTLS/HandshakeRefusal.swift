internal import COpenSSL

/// Why a handshake came to nothing, for logs and counters.
public struct HandshakeRefusal: Equatable, Sendable {
    /// The kinds of reasons; their raw values name counters.
    public enum Reason: String, Equatable, Sendable, CaseIterable {
        /// The first bytes are of another protocol.
        case notTLS = "not-tls"
        /// TLS 1.2 or older.
        case wrongVersion = "wrong-version"
        /// No ALPN name `tamga/1`.
        case noProtocolName = "no-alpn"
        /// No cipher, group or signature that both ends have.
        case nothingInCommon = "nothing-in-common"
        /// The other end showed no certificate.
        case noCertificate = "no-certificate"
        /// The certificate was signed by nobody we trust.
        case unknownAuthority = "unknown-authority"
        /// The certificate is no longer valid.
        case expired
        /// The certificate is not valid yet.
        case notYetValid = "not-yet-valid"
        /// The authority has taken the certificate back.
        case revoked
        /// There is no revocation list for the certificate, or one that does not count now: nobody can say.
        case listUnusable = "revocation-list-unusable"
        /// The certificate is for another purpose or name, or says what cannot be read.
        case certificateUnsuitable = "certificate-unsuitable"
        /// The other end refused us.
        case refusedByPeer = "refused-by-peer"
        /// The handshake took too long.
        case timeout
        /// The connection was lost, or closed in the middle of the handshake.
        case dropped
        /// Bytes that break the protocol, too many of them, or proofs that do not hold.
        case malformed
        /// A fault of this end.
        case fault
    }

    /// The kind of reason.
    public let reason: Reason
    /// The error that the connection ended with, which says more.
    public let error: TLSError
    /// The certificate that was shown, trusted or not.
    public let certificate: CertificateFacts?

    /// The three facts.
    public init(reason: Reason, error: TLSError, certificate: CertificateFacts? = nil) {
        self.reason = reason
        self.error = error
        self.certificate = certificate
    }
}

extension HandshakeRefusal.Reason: CustomStringConvertible {
    /// In plain words.
    public var description: String {
        switch self {
        case .notTLS: "not TLS at all"
        case .wrongVersion: "wrong version: TLS 1.3 is needed"
        case .noProtocolName: "no ALPN name tamga/1"
        case .nothingInCommon: "no cipher, group or signature in common"
        case .noCertificate: "no certificate shown"
        case .unknownAuthority: "certificate of an unknown authority"
        case .expired: "certificate expired"
        case .notYetValid: "certificate not valid yet"
        case .revoked: "certificate revoked"
        case .listUnusable: "no revocation list that counts now for the certificate"
        case .certificateUnsuitable: "certificate unsuitable"
        case .refusedByPeer: "refused by the peer"
        case .timeout: "handshake took too long"
        case .dropped: "connection dropped in the handshake"
        case .malformed: "handshake malformed"
        case .fault: "fault of this end"
        }
    }
}

extension HandshakeRefusal.Reason {
    /// From the error alone, where OpenSSL was not asked or said nothing.
    init(_ error: TLSError) {
        switch error {
        case .handshakeTimeout: self = .timeout
        case .noPeerCertificate: self = .noCertificate
        case .untrustedPeer: self = .certificateUnsuitable
        case .handshakeFailed, .truncated, .closed: self = .dropped
        case .alertReceived: self = .refusedByPeer
        case .protocolViolation: self = .malformed
        case .fileUnreadable, .fileMalformed, .keyMismatch, .listUnusable, .listMissing, .limitExceeded,
            .keyLogRefused, .openSSLFailed, .serverNameInvalid, .writeLimitExceeded:
            self = .fault
        }
    }

    /// What libssl gives as the cause of a failed handshake, but for a certificate, which has a verdict of its own.
    init(_ failure: OpenSSLFailure) {
        guard !failure.isAlert else {
            self = .refusedByPeer
            return
        }
        switch failure.reason {
        case SSL_R_HTTP_REQUEST, SSL_R_HTTPS_PROXY_REQUEST, SSL_R_WRONG_VERSION_NUMBER, SSL_R_UNKNOWN_PROTOCOL,
            SSL_R_PACKET_LENGTH_TOO_LONG, SSL_R_BAD_RECORD_TYPE:
            self = .notTLS
        case SSL_R_UNSUPPORTED_PROTOCOL, SSL_R_NO_PROTOCOLS_AVAILABLE, SSL_R_VERSION_TOO_LOW,
            SSL_R_VERSION_TOO_HIGH, SSL_R_WRONG_SSL_VERSION:
            self = .wrongVersion
        // The one callback that fails is the one that misses the name in the hello.
        case SSL_R_CALLBACK_FAILED, SSL_R_NO_APPLICATION_PROTOCOL: self = .noProtocolName
        case SSL_R_NO_SHARED_CIPHER, SSL_R_NO_SUITABLE_KEY_SHARE, SSL_R_NO_SUITABLE_GROUPS,
            SSL_R_NO_SUITABLE_SIGNATURE_ALGORITHM, SSL_R_NO_SHARED_SIGNATURE_ALGORITHMS:
            self = .nothingInCommon
        case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE: self = .noCertificate
        case SSL_R_UNEXPECTED_EOF_WHILE_READING: self = .dropped
        default: self = .malformed
        }
    }

    /// What the check of a chain of certificates came to, of `X509_V_ERR_...`.
    init(verdict: Int32) {
        switch verdict {
        case X509_V_ERR_CERT_HAS_EXPIRED: self = .expired
        case X509_V_ERR_CERT_NOT_YET_VALID: self = .notYetValid
        case X509_V_ERR_CERT_REVOKED: self = .revoked
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_UNTRUSTED, X509_V_ERR_CERT_REJECTED,
            X509_V_ERR_CERT_SIGNATURE_FAILURE:
            self = .unknownAuthority
        case X509_V_ERR_UNABLE_TO_GET_CRL, X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER, X509_V_ERR_CRL_HAS_EXPIRED,
            X509_V_ERR_CRL_NOT_YET_VALID, X509_V_ERR_CRL_SIGNATURE_FAILURE, X509_V_ERR_DIFFERENT_CRL_SCOPE,
            X509_V_ERR_CRL_PATH_VALIDATION_ERROR, X509_V_ERR_UNHANDLED_CRITICAL_CRL_EXTENSION,
            X509_V_ERR_KEYUSAGE_NO_CRL_SIGN:
            self = .listUnusable
        default: self = .certificateUnsuitable
        }
    }
}
