internal import COpenSSL
internal import NIOCore

/// What all connections of one role share: certificate, key, trusted authority and the rules.
///
/// The rules: TLS 1.3 only; both ends present a certificate of the authority; the protocol name `tamga/1`
/// (ALPN) on both ends; no early data, no renegotiation, no compression. Ciphers and groups are those of the system's
/// policy. Which server gives tickets, and what they are worth, is in TLSContext+Tickets.swift.
// SAFETY: an SSL_CTX may be used by many threads once it is set up, which ends in init, as do writes to the variables
// here; the counts inside are atomic.
@safe public final class TLSContext: @unchecked Sendable {
    /// Which end this context is for.
    public let role: TLSRole
    /// The SSL_CTX, of which this object owns one reference.
    let handle: OpaquePointer
    /// This end's own certificate; nil only for a client of a test that has none.
    public private(set) var certificate: CertificateFacts?
    /// What revocation lists say; nil where none were given, and nobody is looked up.
    public internal(set) var revocation: RevocationState?
    /// Kept open as long as connections may write to it.
    private let keyLog: TLSKeyLog?

    /// Reads the files and sets the rules.
    ///
    /// - Parameter keyLog: where secrets of all connections go; for development only.
    /// - Throws: `fileUnreadable`, `fileMalformed`, `keyMismatch`, `listUnusable`, `listMissing`, `limitExceeded` or
    ///   `openSSLFailed`.
    public convenience init(role: TLSRole, files: TLSFiles, keyLog: TLSKeyLog? = nil) throws(TLSError) {
        try self.init(role: role, files: files, weakened: [], keyLog: keyLog)
    }

    /// As above, with rules left out: only for tests that such a peer is refused.
    package init(
        role: TLSRole, files: TLSFiles, weakened: TLSWeakening, keyLog: TLSKeyLog? = nil
    ) throws(TLSError) {
        // SAFETY: a new SSL_CTX with one reference, given back in deinit, which also runs when a step below throws.
        guard let handle = unsafe SSL_CTX_new(role == .server ? TLS_server_method() : TLS_client_method()) else {
            throw .openSSLFailed(reason: OpenSSLFailure.take().text)
        }
        self.role = role
        self.keyLog = keyLog
        // SAFETY: owned from here on, freed in deinit.
        unsafe self.handle = handle
        try setVersion(weakened.contains(.oldVersion) ? TLS1_2_VERSION : TLS1_3_VERSION)
        try setRules()
        if !weakened.contains(.noProtocolName) { try setProtocolName() }
        if role == .server {
            try giveTickets(weakened.contains(.shortTickets) ? .seconds(1) : TLSLimits.ticketLifetime)
        }
        try trust(files.authority)
        if !files.revocationLists.isEmpty { revocation = try demandLists(files.revocationLists) }
        if !weakened.contains(.noCertificate) { try present(files.certificate, key: files.privateKey) }
        certificate = try ownCertificate()
        if let keyLog { logKeys(keyLog) }
        ERR_clear_error()
    }

    deinit {
        // SAFETY: gives back the one reference; each SSL made from it holds its own.
        unsafe SSL_CTX_free(handle)
    }
}

/// Rules a test leaves out or bends, to see that the other end insists on them.
package struct TLSWeakening: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Speaks TLS 1.2 and nothing newer.
    package static let oldVersion = TLSWeakening(rawValue: 1)
    /// Presents no certificate.
    package static let noCertificate = TLSWeakening(rawValue: 2)
    /// Leaves ALPN out.
    package static let noProtocolName = TLSWeakening(rawValue: 4)
    /// Gives tickets that count for a second.
    package static let shortTickets = TLSWeakening(rawValue: 8)
}
