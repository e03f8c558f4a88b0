/// Takes back a request in flight.
public struct Cancel: Sendable, Hashable {
    /// The id of the request.
    public var request: UInt64

    /// The message of these values; limits are checked when it is encoded.
    public init(request: UInt64) { self.request = request }
}

extension Cancel: WireMessage {
    enum Fields {
        static let request = Field<UInt64>.once(0x8001, "request")
    }

    package static let kind = MessageKind.cancel
    package static let fields = [Fields.request.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        request = try fields.value(Fields.request)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(request, Fields.request)
    }
}

/// The answer to ``Cancel``; the request itself has an answer of its own, whatever became of it.
public struct Cancelled: Sendable, Hashable {
    /// Whether the request was in flight.
    public var isFound: Bool

    /// The message of these values; limits are checked when it is encoded.
    public init(isFound: Bool) { self.isFound = isFound }
}

extension Cancelled: WireMessage {
    enum Fields {
        static let isFound = Field<Bool>.once(0x8001, "found")
    }

    package static let kind = MessageKind.cancelled
    package static let fields = [Fields.isFound.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        isFound = try fields.value(Fields.isFound)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(isFound, Fields.isFound)
    }
}
