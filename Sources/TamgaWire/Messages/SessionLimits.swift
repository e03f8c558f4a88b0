/// What the server takes on this connection, as its welcome says.
public struct SessionLimits: Sendable, Hashable {
    /// Bytes of one frame's body, either way.
    public var frameBytes: UInt32
    /// Requests sent and not answered yet.
    public var requestsInFlight: UInt16
    /// Finger records of one request.
    public var fingersPerRequest: UInt16
    /// Bytes of one finger record.
    public var recordBytes: UInt32
    /// Candidates of one answer.
    public var candidates: UInt16
    /// Connections of one certificate at once; nil where the server does not say.
    public var connectionsPerCertificate: UInt16?
    /// Bytes of answers not taken yet above which the connection is closed; nil where the server does not say.
    public var unreadBytes: UInt32?
    /// How long the server waits for the client; nil where it does not say.
    public var times: SessionTimes?
    /// How long a request may have to wait before it is refused at once; nil where the server does not say.
    public var longestWaits: RequestWaits?

    /// A part of a message; its limits are checked when the message is encoded.
    public init(
        frameBytes: UInt32, requestsInFlight: UInt16, fingersPerRequest: UInt16, recordBytes: UInt32,
        candidates: UInt16
    ) {
        self.frameBytes = frameBytes
        self.requestsInFlight = requestsInFlight
        self.fingersPerRequest = fingersPerRequest
        self.recordBytes = recordBytes
        self.candidates = candidates
    }

    /// All that version 1 allows, and 64 requests in flight.
    public static let standard = SessionLimits(
        frameBytes: UInt32(WireLimits.frameBytes.upperBound),
        requestsInFlight: 64,
        fingersPerRequest: UInt16(WireLimits.fingersPerRequest.upperBound),
        recordBytes: UInt32(WireLimits.recordBytes.upperBound),
        candidates: UInt16(WireLimits.candidatesAsked.upperBound))
}

extension SessionLimits: WireGroup {
    enum Fields {
        static let frameBytes = Field<UInt32>.once(0x8001, "frame-bytes", WireLimits.frameBytes)
        static let requestsInFlight = Field<UInt16>.once(0x8002, "requests-in-flight", WireLimits.requestsInFlight)
        static let fingers = Field<UInt16>.once(0x8003, "fingers-per-request", WireLimits.fingersPerRequest)
        static let recordBytes = Field<UInt32>.once(0x8004, "record-bytes", WireLimits.recordBytes)
        static let candidates = Field<UInt16>.once(0x8005, "candidates", WireLimits.candidatesAsked)
        static let connections = Field<UInt16>.atMostOnce(
            0x0006, "connections-per-certificate", WireLimits.connections)
        static let unreadBytes = Field<UInt32>.atMostOnce(0x0007, "unread-bytes")
        static let times = Field<SessionTimes>.atMostOnce(0x0008, "times")
        static let longestWaits = Field<RequestWaits>.atMostOnce(0x0009, "longest-waits")
    }

    package static let typeName = "session-limits"
    package static let fields = [
        Fields.frameBytes.rule, Fields.requestsInFlight.rule, Fields.fingers.rule, Fields.recordBytes.rule,
        Fields.candidates.rule, Fields.connections.rule, Fields.unreadBytes.rule, Fields.times.rule,
        Fields.longestWaits.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        frameBytes = try fields.value(Fields.frameBytes)
        requestsInFlight = try fields.value(Fields.requestsInFlight)
        fingersPerRequest = try fields.value(Fields.fingers)
        recordBytes = try fields.value(Fields.recordBytes)
        candidates = try fields.value(Fields.candidates)
        connectionsPerCertificate = try fields.optional(Fields.connections)
        unreadBytes = try fields.optional(Fields.unreadBytes)
        times = try fields.optional(Fields.times)
        longestWaits = try fields.optional(Fields.longestWaits)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(frameBytes, Fields.frameBytes)
        try writer.put(requestsInFlight, Fields.requestsInFlight)
        try writer.put(fingersPerRequest, Fields.fingers)
        try writer.put(recordBytes, Fields.recordBytes)
        try writer.put(candidates, Fields.candidates)
        try writer.put(connectionsPerCertificate, Fields.connections)
        try writer.put(unreadBytes, Fields.unreadBytes)
        try writer.put(times, Fields.times)
        try writer.put(longestWaits, Fields.longestWaits)
    }
}
