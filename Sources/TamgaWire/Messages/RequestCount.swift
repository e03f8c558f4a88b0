/// How many requests of one kind there were.
public struct RequestCount: Sendable, Hashable {
    /// The kind's name, as ``MessageKind/name``.
    public var kind: String
    /// Answered with what was asked for.
    public var answered: UInt64
    /// Answered with an error.
    public var refused: UInt64

    /// A part of a message; its limits are checked when the message is encoded.
    public init(kind: String, answered: UInt64, refused: UInt64) {
        self.kind = kind
        self.answered = answered
        self.refused = refused
    }
}

extension RequestCount: WireGroup {
    enum Fields {
        static let kind = Field<String>.once(0x8001, "kind", WireLimits.kindNameBytes)
        static let answered = Field<UInt64>.once(0x8002, "answered")
        static let refused = Field<UInt64>.once(0x8003, "refused")
    }

    package static let typeName = "request-count"
    package static let fields = [Fields.kind.rule, Fields.answered.rule, Fields.refused.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        kind = try fields.value(Fields.kind)
        answered = try fields.value(Fields.answered)
        refused = try fields.value(Fields.refused)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(kind, Fields.kind)
        try writer.put(answered, Fields.answered)
        try writer.put(refused, Fields.refused)
    }
}
