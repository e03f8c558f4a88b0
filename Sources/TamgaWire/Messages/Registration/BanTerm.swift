/// The term in which a person may not enter.
public struct BanTerm: Sendable, Hashable {
    /// The first day, as `2024-02-29`.
    public var from: String
    /// The last day; nil for a ban without an end.
    public var until: String?

    /// A part of a message; its limits are checked when the message is encoded.
    public init(from: String, until: String? = nil) {
        self.from = from
        self.until = until
    }
}

extension BanTerm: WireGroup {
    enum Fields {
        static let from = Field<String>.once(0x8001, "from", WireLimits.dateBytes)
        static let until = Field<String>.atMostOnce(0x8002, "until", WireLimits.dateBytes)
    }

    package static let typeName = "ban-term"
    package static let fields = [Fields.from.rule, Fields.until.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        from = try fields.value(Fields.from)
        until = try fields.optional(Fields.until)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(from, Fields.from)
        try writer.put(until, Fields.until)
    }
}
