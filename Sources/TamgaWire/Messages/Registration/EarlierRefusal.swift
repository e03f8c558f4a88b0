/// That fingers were refused before by somebody who claimed the same.
public struct EarlierRefusal: Sendable, Hashable {
    /// What was claimed then.
    public var claim: String
    /// Its place in the history.
    public var fact: FactReference
    /// Milliseconds since 1970-01-01 00:00 UTC.
    public var at: UInt64
    /// Who recorded it.
    public var agency: WireToken
    /// As the station's certificate names it.
    public var station: String

    /// A part of a message; its limits are checked when the message is encoded.
    public init(claim: String, fact: FactReference, at: UInt64, agency: WireToken, station: String) {
        self.claim = claim
        self.fact = fact
        self.at = at
        self.agency = agency
        self.station = station
    }
}

extension EarlierRefusal: WireGroup {
    enum Fields {
        static let claim = Field<String>.once(0x8001, "claim", WireLimits.identifierBytes)
        static let fact = Field<FactReference>.once(0x8002, "fact")
        static let at = Field<UInt64>.once(0x8003, "at")
        static let agency = Field<WireToken>.once(0x8004, "agency", WireLimits.tokenBytes)
        static let station = Field<String>.once(0x8005, "station", WireLimits.stationNameBytes)
    }

    package static let typeName = "earlier-refusal"
    package static let fields = [
        Fields.claim.rule, Fields.fact.rule, Fields.at.rule, Fields.agency.rule, Fields.station.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        claim = try fields.value(Fields.claim)
        fact = try fields.value(Fields.fact)
        at = try fields.value(Fields.at)
        agency = try fields.value(Fields.agency)
        station = try fields.value(Fields.station)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(claim, Fields.claim)
        try writer.put(fact, Fields.fact)
        try writer.put(at, Fields.at)
        try writer.put(agency, Fields.agency)
        try writer.put(station, Fields.station)
    }
}
