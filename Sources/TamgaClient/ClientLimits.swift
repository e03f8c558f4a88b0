public import NIOCore

/// The limits of the client, each with its unit.
public enum ClientLimits {
    /// How long the TCP connection, the TLS handshake and the welcome may take, each.
    public static let connectTimeout = TimeAmount.seconds(10)
    /// How long a request that was sent may wait for its answer.
    public static let requestTimeout = TimeAmount.seconds(60)
}
