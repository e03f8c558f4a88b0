/// Asks what happened to a person, the oldest first.
public struct History: Sendable, Hashable {
    public var person: String
    /// The last one had before; nil begins at the beginning.
    public var after: FactReference?
    /// How many to answer with at most.
    public var limit: UInt16

    /// The message of these values; limits are checked when it is encoded.
    public init(person: String, after: FactReference? = nil, limit: UInt16) {
        self.person = person
        self.after = after
        self.limit = limit
    }
}

extension History: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let after = Field<FactReference>.atMostOnce(0x8002, "after")
        static let limit = Field<UInt16>.once(0x8003, "limit", WireLimits.listed)
    }

    package static let kind = MessageKind.history
    package static let fields = [Fields.person.rule, Fields.after.rule, Fields.limit.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        after = try fields.optional(Fields.after)
        limit = try fields.value(Fields.limit)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(after, Fields.after)
        try writer.put(limit, Fields.limit)
    }
}

/// What happened to a person, the oldest first.
public struct HistoryList: Sendable, Hashable {
    public var items: [HistoryEntry]
    /// Whether there are others after the last one.
    public var hasMore: Bool

    /// The message of these values; limits are checked when it is encoded.
    public init(items: [HistoryEntry], hasMore: Bool) {
        self.items = items
        self.hasMore = hasMore
    }
}

extension HistoryList: ListAnswer {
    package static let kind = MessageKind.historyList
    package static let item = Field<HistoryEntry>.times(WireLimits.listEntries, 0x8001, "entry")
}
