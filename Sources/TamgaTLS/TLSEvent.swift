/// What the TLS handler tells the handlers above it, as a user inbound event.
public enum TLSEvent: Equatable, Sendable {
    /// The handshake is complete on this side; fired once, before the first byte is delivered.
    ///
    /// On a client the server has not yet judged this client's certificate: a refusal
    /// arrives later, as `TLSError.handshakeFailed`.
    case handshakeCompleted(PeerCertificate)
}

/// What a handler above may ask of the TLS handler, as a user outbound event.
package enum TLSCommand: Equatable, Sendable {
    /// Change the keys of both directions (RFC 8446, 4.6.3).
    case updateKeys
}
