/// One thing that happened to a person.
public struct HistoryEntry: Sendable, Hashable {
    /// Its place in the history.
    public var fact: FactReference
    /// Milliseconds since 1970-01-01 00:00 UTC.
    public var at: UInt64
    public var agency: WireToken
    /// As the station's certificate names it.
    public var station: String
    /// As the station names who is at it; not authenticated.
    public var officer: String?
    /// What happened, for example `registered`.
    public var kind: WireToken
    /// What is known of it: JSON in one line.
    public var content: String

    /// A part of a message; its limits are checked when the message is encoded.
    public init(
        fact: FactReference, at: UInt64, agency: WireToken, station: String, officer: String? = nil, kind: WireToken,
        content: String
    ) {
        self.fact = fact
        self.at = at
        self.agency = agency
        self.station = station
        self.officer = officer
        self.kind = kind
        self.content = content
    }
}

extension HistoryEntry: WireGroup {
    enum Fields {
        static let fact = Field<FactReference>.once(0x8001, "fact")
        static let at = Field<UInt64>.once(0x8002, "at")
        static let agency = Field<WireToken>.once(0x8003, "agency", WireLimits.tokenBytes)
        static let station = Field<String>.once(0x8004, "station", WireLimits.stationNameBytes)
        static let officer = Field<String>.atMostOnce(0x8005, "officer", WireLimits.officerBytes)
        static let kind = Field<WireToken>.once(0x8006, "kind", WireLimits.tokenBytes)
        static let content = Field<String>.once(0x8007, "content", WireLimits.historyBytes)
    }

    package static let typeName = "history-entry"
    package static let fields = [
        Fields.fact.rule, Fields.at.rule, Fields.agency.rule, Fields.station.rule, Fields.officer.rule,
        Fields.kind.rule, Fields.content.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        fact = try fields.value(Fields.fact)
        at = try fields.value(Fields.at)
        agency = try fields.value(Fields.agency)
        station = try fields.value(Fields.station)
        officer = try fields.optional(Fields.officer)
        kind = try fields.value(Fields.kind)
        content = try fields.value(Fields.content)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(fact, Fields.fact)
        try writer.put(at, Fields.at)
        try writer.put(agency, Fields.agency)
        try writer.put(station, Fields.station)
        try writer.put(officer, Fields.officer)
        try writer.put(kind, Fields.kind)
        try writer.put(content, Fields.content)
    }
}
