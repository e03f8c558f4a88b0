/// Asks for the re-captures that are due, the oldest first.
public struct Due: Sendable, Hashable {
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

extension Due: WireMessage {
    enum Fields {
        static let after = Field<FactReference>.atMostOnce(0x8001, "after")
        static let limit = Field<UInt16>.once(0x8002, "limit", WireLimits.listed)
    }

    package static let kind = MessageKind.due
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

/// Re-captures that are due, the oldest first.
public struct DueList: Sendable, Hashable {
    public var items: [DueEntry]
    /// Whether there are others after the last one.
    public var hasMore: Bool

    /// The message of these values; limits are checked when it is encoded.
    public init(items: [DueEntry], hasMore: Bool) {
        self.items = items
        self.hasMore = hasMore
    }
}

extension DueList: ListAnswer {
    package static let kind = MessageKind.dueList
    package static let item = Field<DueEntry>.times(WireLimits.listEntries, 0x8001, "item")
}
