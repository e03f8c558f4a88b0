/// Why a TLS context could not be made, or why a connection ended.
public enum TLSError: Error, Equatable, Sendable {
    /// A file cannot be opened or read.
    case fileUnreadable(path: String)
    /// A file can be read, but holds no usable certificate or key.
    case fileMalformed(path: String, reason: String)
    /// The private key does not belong to the certificate.
    case keyMismatch
    /// A revocation list that does not do: of nobody we trust, outdated, only a part.
    case listUnusable(path: String, reason: String)
    /// Revocation lists are given, but none of this authority.
    case listMissing(authority: String)
    /// A file, or the number of files or lists, is over its limit.
    case limitExceeded(what: String, limit: Int)
    /// A key log is written on a machine for development only.
    case keyLogRefused
    /// OpenSSL refused a setting or is out of memory.
    case openSSLFailed(reason: String)
    /// A client was given no name to check the server's certificate against, or one that cannot be a name.
    case serverNameInvalid
    /// The handshake failed, here or (told by an alert) at the peer.
    case handshakeFailed(reason: String)
    /// The handshake took longer than it may.
    case handshakeTimeout
    /// The peer presented no certificate.
    case noPeerCertificate
    /// The peer's certificate was refused: authority, name, purpose or validity.
    case untrustedPeer(reason: String)
    /// After the handshake the peer ended the connection with an alert.
    case alertReceived(reason: String)
    /// The peer's bytes are not TLS, or not what it may send now.
    case protocolViolation(reason: String)
    /// The peer dropped the connection without a close_notify: what was read may not be all it sent.
    case truncated
    /// More was written before the end of the handshake than is held back.
    case writeLimitExceeded(limitBytes: Int)
    /// The connection is closing or closed.
    case closed
}

extension TLSError: CustomStringConvertible {
    /// A sentence for a log: no key material, no personal data.
    public var description: String {
        switch self {
        case .fileUnreadable(let path): "cannot read \(path)"
        case .fileMalformed(let path, let reason): "\(path) is not usable: \(reason)"
        case .keyMismatch: "the private key does not belong to the certificate"
        case .listUnusable(let path, let reason): "\(path): a revocation list is not usable: \(reason)"
        case .listMissing(let authority): "no revocation list of the authority \(authority) is given"
        case .limitExceeded(let what, let limit): "\(what): over the limit of \(limit)"
        case .keyLogRefused: "a key log opens all traffic: only with \(TLSKeyLog.permission)=1 in the environment"
        case .openSSLFailed(let reason): "OpenSSL failed: \(reason)"
        case .serverNameInvalid: "the server name to check is missing or not a name"
        case .handshakeFailed(let reason): "TLS handshake failed: \(reason)"
        case .handshakeTimeout: "TLS handshake took too long"
        case .noPeerCertificate: "the peer presented no certificate"
        case .untrustedPeer(let reason): "the peer's certificate is refused: \(reason)"
        case .alertReceived(let reason): "the peer ended the connection: \(reason)"
        case .protocolViolation(let reason): "the peer broke the TLS protocol: \(reason)"
        case .truncated: "the peer dropped the connection without closing it"
        case .writeLimitExceeded(let limit): "more than \(limit) bytes were written before the handshake was complete"
        case .closed: "the connection is closed"
        }
    }
}
