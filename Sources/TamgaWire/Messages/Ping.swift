/// Asks whether the server is there.
public struct Ping: Sendable, Hashable {
    /// Any bytes, given back as they are.
    public var payload: [UInt8]

    /// The message of these values; limits are checked when it is encoded.
    public init(payload: [UInt8]) {
        self.payload = payload
    }
}

extension Ping: WireMessage {
    enum Fields {
        static let payload = Field<[UInt8]>.once(0x8001, "payload", WireLimits.pingBytes)
    }

    package static let kind = MessageKind.ping
    package static let fields = [Fields.payload.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        payload = try fields.value(Fields.payload)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(payload, Fields.payload)
    }
}

/// The answer to a ping, with the same payload.
public struct Pong: Sendable, Hashable {
    public var payload: [UInt8]
    /// Milliseconds until a search that came now would be done, going by those before it; nil where the server does not
    /// say.
    public var waits: RequestWaits?

    /// The message of these values; limits are checked when it is encoded.
    public init(payload: [UInt8], waits: RequestWaits? = nil) {
        (self.payload, self.waits) = (payload, waits)
    }
}

/// Milliseconds, one figure for each class of requests.
public struct RequestWaits: Sendable, Hashable {
    public var border: UInt32
    public var enrolment: UInt32
    public var bulk: UInt32

    /// Three figures, milliseconds.
    public init(border: UInt32, enrolment: UInt32, bulk: UInt32) {
        (self.border, self.enrolment, self.bulk) = (border, enrolment, bulk)
    }
}

extension RequestWaits: WireGroup {
    enum Fields {
        static let border = Field<UInt32>.once(0x8001, "border", WireLimits.statedMilliseconds)
        static let enrolment = Field<UInt32>.once(0x8002, "enrolment", WireLimits.statedMilliseconds)
        static let bulk = Field<UInt32>.once(0x8003, "bulk", WireLimits.statedMilliseconds)
    }

    package static let typeName = "request-waits"
    package static let fields = [Fields.border.rule, Fields.enrolment.rule, Fields.bulk.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        border = try fields.value(Fields.border)
        enrolment = try fields.value(Fields.enrolment)
        bulk = try fields.value(Fields.bulk)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(border, Fields.border)
        try writer.put(enrolment, Fields.enrolment)
        try writer.put(bulk, Fields.bulk)
    }
}

extension Pong: WireMessage {
    enum Fields {
        static let payload = Field<[UInt8]>.once(0x8001, "payload", WireLimits.pingBytes)
        static let waits = Field<RequestWaits>.atMostOnce(0x0002, "waits")
    }

    package static let kind = MessageKind.pong
    package static let fields = [Fields.payload.rule, Fields.waits.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        payload = try fields.value(Fields.payload)
        waits = try fields.optional(Fields.waits)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(payload, Fields.payload)
        try writer.put(waits, Fields.waits)
    }
}
