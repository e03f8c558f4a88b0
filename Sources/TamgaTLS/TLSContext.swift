internal import COpenSSL

/// What all connections of one role share: certificate, key, trusted authority and the rules.
///
/// The rules: TLS 1.3 only; both ends present a certificate of the authority; the protocol name `tamga/1`
/// (ALPN) on both ends; no tickets, no resumption, no renegotiation, no compression.
// SAFETY: an SSL_CTX may be used by many threads once it is set up, which ends in init; the counts inside are atomic.
@safe public final class TLSContext: @unchecked Sendable {
    /// Which end this context is for.
    public let role: TLSRole
    /// The SSL_CTX, of which this object owns one reference.
    let handle: OpaquePointer

    /// Reads the files and sets the rules.
    ///
    /// Throws `fileUnreadable`, `fileMalformed`, `keyMismatch` or `openSSLFailed`.
    public convenience init(role: TLSRole, files: TLSFiles) throws(TLSError) {
        try self.init(role: role, files: files, weakened: [])
    }

    /// As above, with rules left out: only for tests that such a peer is refused.
    package init(role: TLSRole, files: TLSFiles, weakened: TLSWeakening) throws(TLSError) {
        // SAFETY: a new SSL_CTX with one reference, given back in deinit, which also runs when a step below throws.
        guard let handle = unsafe SSL_CTX_new(role == .server ? TLS_server_method() : TLS_client_method()) else {
            throw .openSSLFailed(reason: OpenSSLFailure.take().text)
        }
        self.role = role
        // SAFETY: owned from here on, freed in deinit.
        unsafe self.handle = handle
        try setVersion(weakened.contains(.oldVersion) ? TLS1_2_VERSION : TLS1_3_VERSION)
        try setRules()
        if !weakened.contains(.noProtocolName) { try setProtocolName() }
        try trust(files.authority)
        if !weakened.contains(.noCertificate) { try present(files.certificate, key: files.privateKey) }
        ERR_clear_error()
    }

    deinit {
        // SAFETY: gives back the one reference; each SSL made from it holds its own.
        unsafe SSL_CTX_free(handle)
    }
}

/// Rules a test leaves out, to see that the other end insists on them.
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
}
