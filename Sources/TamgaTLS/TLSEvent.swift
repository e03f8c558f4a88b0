/// What the TLS handler tells the handlers above it, as a user inbound event.
public enum TLSEvent: Equatable, Sendable {
    /// The handshake is complete on this side; fired once, before the first byte is delivered.
    ///
    /// On a client the server has not yet judged this client's certificate: a refusal
    /// arrives later, as `TLSError.handshakeFailed`.
    case handshakeCompleted(PeerCertificate)
    /// There will be no connection; fired once, right before the error that says the same.
    case handshakeRefused(HandshakeRefusal)
    /// The rules have changed (``TLSReview``) and would refuse this peer now. The connection is still open, so that a
    /// handler above can say why it ends; it has to close it.
    case peerRefused(TLSError)
}

/// The rules of a server have changed: each connection looks whether its peer would still be let in.
///
/// As a user inbound event, from the head of the pipeline.
public struct TLSReview: Sendable {
    let context: TLSContext

    /// By the rules of this context.
    public init(by context: TLSContext) { self.context = context }
}

/// What a handler above may ask of the TLS handler, as a user outbound event.
package enum TLSCommand: Equatable, Sendable {
    /// Change the keys of both directions (RFC 8446, 4.6.3).
    case updateKeys
}
