/// Asks for the alerts of the station's agency, the oldest first.
public struct Alerts: Sendable, Hashable {
    /// The last one had before; nil begins at the beginning.
    public var after: FactReference?
    /// How many to answer with at most.
    public var limit: UInt16

    /// The message of these values; limits are checked when it is encoded.
    public init(after: FactReference? = nil, limit: UInt16) {
        self.after = after
        self.limit = limit
    }
}

extension Alerts: WireMessage {
    enum Fields {
        static let after = Field<FactReference>.atMostOnce(0x8001, "after")
        static let limit = Field<UInt16>.once(0x8002, "limit", WireLimits.listed)
    }

    package static let kind = MessageKind.alerts
    package static let fields = [Fields.after.rule, Fields.limit.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        after = try fields.optional(Fields.after)
        limit = try fields.value(Fields.limit)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(after, Fields.after)
        try writer.put(limit, Fields.limit)
    }
}

/// Alerts, the oldest first.
public struct AlertList: Sendable, Hashable {
    public var items: [AlertEntry]
    /// Whether there are others after the last one.
    public var hasMore: Bool

    /// The message of these values; limits are checked when it is encoded.
    public init(items: [AlertEntry], hasMore: Bool) {
        self.items = items
        self.hasMore = hasMore
    }
}

extension AlertList: ListAnswer {
    package static let kind = MessageKind.alertList
    package static let item = Field<AlertEntry>.times(WireLimits.listEntries, 0x8001, "alert")
}
