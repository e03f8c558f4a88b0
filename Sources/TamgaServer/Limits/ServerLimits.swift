public import TamgaWire

/// The limits of the server, each by name and unit; the defaults fit together, see ``check()``.
public struct ServerLimits: Hashable, Sendable {
    /// Bytes of a frame's body that an operator may limit it to, at least: a certificate and what is said of it, so
    /// that nothing is done whose answer has no room.
    static let leastFrameBytes = WireLimits.fileBytes.upperBound + 65_536

    /// What a connection is told in its welcome, requests in flight among it.
    public var session = SessionLimits.standard
    /// Connections open at once; one more is closed as it is accepted.
    public var connections = 512
    /// Connections of one certificate at once; one more is refused at its hello.
    public var connectionsPerCertificate = 256
    /// Connections the system keeps waiting to be accepted.
    public var acceptBacklog: Int32 = 256
    /// Requests in flight of all connections together; one more is refused with `too-many-requests`.
    public var requestsInFlight = 2_048
    /// Bytes of the bodies of all requests in flight together; a request that goes beyond is refused likewise.
    public var requestBytesInFlight = 268_435_456
    /// Bytes of answers that one connection has not taken yet; above it the connection is closed.
    public var outboundBytes = 16_777_216
    /// Bytes waiting in a connection's socket buffer above which no further request of it is begun.
    public var outboundPauseBytes = 262_144
    /// How long a TLS handshake may take.
    public var handshakeTimeout = Duration.seconds(10)
    /// From the handshake to a valid hello.
    public var helloTimeout = Duration.seconds(10)
    /// From the first byte of a frame, or from the last frame's end, to the end of the frame.
    public var frameTimeout = Duration.seconds(60)
    /// How long a connection without a request in flight is kept.
    public var idleTimeout = Duration.seconds(300)
    /// How long a client may leave its socket buffer above ``outboundPauseBytes``.
    public var writeTimeout = Duration.seconds(60)
    /// How long a connection that ends may take to send its last answer.
    public var flushTimeout = Duration.seconds(10)
    /// How long a request of each class may have to wait, whatever its deadline; what would take longer is refused at
    /// once with `overloaded`.
    public var borderWait = Duration.seconds(30)
    /// See ``borderWait``.
    public var enrolmentWait = Duration.seconds(120)
    /// See ``borderWait``.
    public var bulkWait = Duration.seconds(3_600)
    /// How long a shutdown waits for requests in flight. Closing TLS may add its own bound, 2 seconds.
    public var shutdownGrace = Duration.seconds(10)
    /// Lines about refused connections in the log, for each ``refusalLogInterval``.
    public var refusalLogLines = 10
    /// See ``refusalLogLines``.
    public var refusalLogInterval = Duration.seconds(10)

    /// The defaults.
    public init() {}

    /// Refuses limits that do not fit together.
    ///
    /// - Throws: ``ServerError`` of code `invalidLimits` naming the one that is wrong.
    public func check() throws(ServerError) {
        let frameBytes = WireLimits.headerBytes + Int(session.frameBytes)
        let times = [
            handshakeTimeout, helloTimeout, frameTimeout, idleTimeout, writeTimeout, flushTimeout, refusalLogInterval,
            borderWait, enrolmentWait, bulkWait,
        ]
        try Self.require(connections >= 1, "connections, allowed: at least 1")
        try Self.require(
            WireLimits.connections.contains(connectionsPerCertificate),
            "connections-per-certificate, allowed: \(WireLimits.connections.lowerBound) to "
                + "\(WireLimits.connections.upperBound)")
        try Self.require(acceptBacklog >= 1, "accept-backlog, allowed: at least 1")
        try Self.require(
            requestsInFlight >= Int(session.requestsInFlight),
            "requests-in-flight-in-all, allowed: requests-in-flight or more")
        try Self.require(
            requestBytesInFlight >= frameBytes,
            "request-bytes-in-flight, allowed: frame-bytes and a header, or more")
        try Self.require(outboundBytes >= frameBytes, "unread-bytes, allowed: frame-bytes and a header, or more")
        try Self.require(
            (1...outboundBytes).contains(outboundPauseBytes), "pause-bytes, allowed: at most unread-bytes")
        try Self.require(times.allSatisfy { $0 > .zero }, "a time, allowed: more than 0")
        try Self.require(shutdownGrace >= .zero, "shutdown-grace, allowed: 0 or more")
    }

    private static func require(_ holds: Bool, _ message: String) throws(ServerError) {
        guard holds else { throw ServerError(.invalidLimits, "limit out of range: \(message)") }
    }
}

extension ServerLimits {
    /// What a client is told in its welcome.
    package var stated: SessionLimits {
        var stated = session
        stated.connectionsPerCertificate = UInt16(clamping: connectionsPerCertificate)
        stated.unreadBytes = UInt32(clamping: outboundBytes)
        stated.times = SessionTimes(
            hello: helloTimeout.milliseconds, frame: frameTimeout.milliseconds, idle: idleTimeout.milliseconds,
            write: writeTimeout.milliseconds)
        stated.longestWaits = RequestWaits(
            border: borderWait.milliseconds, enrolment: enrolmentWait.milliseconds, bulk: bulkWait.milliseconds)
        return stated
    }
}

extension Duration {
    /// Rounded down; `Int.max` for what no integer holds.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        let whole = seconds.multipliedReportingOverflow(by: 1_000)
        return whole.overflow ? .max : Int(whole.partialValue + attoseconds / 1_000_000_000_000_000)
    }

    /// Within what a welcome can state.
    fileprivate var milliseconds: UInt32 {
        UInt32(min(WireLimits.statedMilliseconds.upperBound, wholeMilliseconds))
    }
}
