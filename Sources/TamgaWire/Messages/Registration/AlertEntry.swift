/// The fingers of somebody banned came: who, where, and under which name.
public struct AlertEntry: Sendable, Hashable {
    /// Its place in the history, and its name in ``Close``.
    public var fact: FactReference
    /// Who is banned.
    public var person: String
    /// Milliseconds since 1970-01-01 00:00 UTC.
    public var at: UInt64
    public var agency: WireToken
    /// As the station's certificate names it.
    public var station: String
    /// The removal whose ban is in force.
    public var removal: FactReference
    /// The person the fingers came under; nil where nobody was registered for it.
    public var cameAs: String?
    /// -log10 of the estimated false match rate, in thousandths.
    public var score: Int32
    /// By what the person claims to be somebody, as ``CaptureSubject/claims``.
    public var claims: [String]
    /// Whether the owner has closed it.
    public var isSeen: Bool

    /// A part of a message; its limits are checked when the message is encoded.
    public init(
        fact: FactReference, person: String, at: UInt64, agency: WireToken, station: String, removal: FactReference,
        cameAs: String? = nil, score: Int32, claims: [String] = [], isSeen: Bool
    ) {
        self.fact = fact
        self.person = person
        self.at = at
        self.agency = agency
        self.station = station
        self.removal = removal
        self.cameAs = cameAs
        self.score = score
        self.claims = claims
        self.isSeen = isSeen
    }
}

extension AlertEntry: WireGroup {
    enum Fields {
        static let fact = Field<FactReference>.once(0x8001, "fact")
        static let person = Field<String>.once(0x8002, "person", WireLimits.personBytes)
        static let at = Field<UInt64>.once(0x8003, "at")
        static let agency = Field<WireToken>.once(0x8004, "agency", WireLimits.tokenBytes)
        static let station = Field<String>.once(0x8005, "station", WireLimits.stationNameBytes)
        static let removal = Field<FactReference>.once(0x8006, "removal")
        static let cameAs = Field<String>.atMostOnce(0x8007, "came-as", WireLimits.personBytes)
        static let score = Field<Int32>.once(0x8008, "score")
        static let claims = Field<String>.times(WireLimits.claims, 0x8009, "claim", WireLimits.identifierBytes)
        static let isSeen = Field<Bool>.once(0x800A, "seen")
    }

    package static let typeName = "alert-entry"
    package static let fields = [
        Fields.fact.rule, Fields.person.rule, Fields.at.rule, Fields.agency.rule, Fields.station.rule,
        Fields.removal.rule, Fields.cameAs.rule, Fields.score.rule, Fields.claims.rule, Fields.isSeen.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        fact = try fields.value(Fields.fact)
        person = try fields.value(Fields.person)
        at = try fields.value(Fields.at)
        agency = try fields.value(Fields.agency)
        station = try fields.value(Fields.station)
        removal = try fields.value(Fields.removal)
        cameAs = try fields.optional(Fields.cameAs)
        score = try fields.value(Fields.score)
        claims = try fields.list(Fields.claims)
        isSeen = try fields.value(Fields.isSeen)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(fact, Fields.fact)
        try writer.put(person, Fields.person)
        try writer.put(at, Fields.at)
        try writer.put(agency, Fields.agency)
        try writer.put(station, Fields.station)
        try writer.put(removal, Fields.removal)
        try writer.put(cameAs, Fields.cameAs)
        try writer.put(score, Fields.score)
        try writer.put(claims, list: Fields.claims)
        try writer.put(isSeen, Fields.isSeen)
    }
}
