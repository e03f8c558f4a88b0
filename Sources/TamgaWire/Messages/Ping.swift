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

    /// The message of these values; limits are checked when it is encoded.
    public init(payload: [UInt8]) {
        self.payload = payload
    }
}

extension Pong: WireMessage {
    enum Fields {
        static let payload = Field<[UInt8]>.once(0x8001, "payload", WireLimits.pingBytes)
    }

    package static let kind = MessageKind.pong
    package static let fields = [Fields.payload.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        payload = try fields.value(Fields.payload)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(payload, Fields.payload)
    }
}
