import TamgaWire

extension NamedLimit {
    /// All of them, in the order an operator would look for them.
    public static let all = connections + requests + times + log

    private static let connections = [
        NamedLimit(
            "connections", .connections, 1...65_535, \.connections,
            "connections at once; one more is closed as it is accepted"),
        NamedLimit(
            "connections-per-certificate", .connections, WireLimits.connections, \.connectionsPerCertificate,
            "connections of one certificate at once; one more is refused at its hello, too-many-connections"),
        NamedLimit(
            "accept-backlog", .connections, 1...65_535, \.acceptBacklog,
            "connections that the system keeps waiting to be accepted"),
    ]

    private static let requests = [
        NamedLimit(
            "requests-in-flight", .requests, WireLimits.requestsInFlight, \.session.requestsInFlight,
            "requests of one connection not answered yet; beyond it the connection is not read"),
        NamedLimit(
            "requests-in-flight-in-all", .requests, 1...1_048_576, \.requestsInFlight,
            "requests of all connections not answered yet; one more is refused, too-many-requests"),
        NamedLimit(
            "request-bytes-in-flight", .bytes, 1_048_576...(1 << 40), \.requestBytesInFlight,
            "bytes of the bodies of all requests not answered yet; beyond it too-many-requests"),
        NamedLimit(
            "frame-bytes", .bytes, ServerLimits.leastFrameBytes...WireLimits.frameBytes.upperBound,
            \.session.frameBytes,
            "bytes of the body of a frame that may carry records; of the others 16384 at most, before the hello 4096"),
        NamedLimit(
            "fingers-per-request", .records, WireLimits.fingersPerRequest, \.session.fingersPerRequest,
            "finger records of one request; limit-exceeded"),
        NamedLimit(
            "record-bytes", .bytes, WireLimits.recordBytes, \.session.recordBytes,
            "bytes of one finger record; limit-exceeded"),
        NamedLimit(
            "candidates", .candidates, WireLimits.candidatesAsked, \.session.candidates,
            "candidates that one identification may ask for; limit-exceeded"),
        NamedLimit(
            "unread-bytes", .bytes, ServerLimits.leastFrameBytes + WireLimits.headerBytes...Int(UInt32.max),
            \.outboundBytes,
            "bytes of answers that a client has not taken; beyond it the connection is closed"),
        NamedLimit(
            "pause-bytes", .bytes, 1...Int(UInt32.max), \.outboundPauseBytes,
            "bytes waiting in a connection's socket buffer above which no further request of it is begun"),
    ]

    private static let times = [
        NamedLimit("handshake-time", \.handshakeTimeout, "how long a TLS handshake may take"),
        NamedLimit("hello-time", \.helloTimeout, "from the handshake to a valid hello"),
        NamedLimit("frame-time", \.frameTimeout, "from the first byte of a frame to its last"),
        NamedLimit("idle-time", \.idleTimeout, "how long a connection without a request is kept"),
        NamedLimit("write-time", \.writeTimeout, "how long a client may leave more than pause-bytes of answers"),
        NamedLimit("flush-time", \.flushTimeout, "how long a connection that ends may take to send its last answer"),
        NamedLimit(
            "border-wait", \.borderWait, "the longest wait of a border request; what would take longer: overloaded"),
        NamedLimit("enrolment-wait", \.enrolmentWait, "the longest wait of an enrolment; likewise"),
        NamedLimit("bulk-wait", \.bulkWait, "the longest wait of a bulk request; likewise"),
        NamedLimit(
            "shutdown-grace", \.shutdownGrace, least: 0,
            "how long a shutdown waits for requests in flight; TLS may take 2 s more to close"),
    ]

    private static let log = [
        NamedLimit(
            "refusal-log-lines", .lines, 1...1_000_000, \.refusalLogLines,
            "log lines about refused connections in each refusal-log-interval; the rest is counted"),
        NamedLimit("refusal-log-interval", \.refusalLogInterval, "see refusal-log-lines"),
    ]
}
