/// Notes that somebody would not give fingers.
public struct Refuse: Sendable, Hashable {
    /// Who it is, where that is known.
    public var person: String?
    /// By what the person claims to be somebody, as ``CaptureSubject/claims``.
    public var claims: [String]
    /// On what ground of the law fingers were to be taken.
    public var ground: WireToken?
    /// Where, in words.
    public var place: String?
    /// Anything else, in words.
    public var remark: String?
    /// As the station names who is at it; not authenticated.
    public var officer: String?

    /// The message of these values; limits are checked when it is encoded.
    public init(
        person: String? = nil, claims: [String] = [], ground: WireToken? = nil, place: String? = nil,
        remark: String? = nil, officer: String? = nil
    ) {
        self.person = person
        self.claims = claims
        self.ground = ground
        self.place = place
        self.remark = remark
        self.officer = officer
    }
}

extension Refuse: WireMessage {
    enum Fields {
        static let person = Field<String>.atMostOnce(0x8001, "person", WireLimits.personBytes)
        static let claims = Field<String>.times(WireLimits.claims, 0x8002, "claim", WireLimits.identifierBytes)
        static let ground = Field<WireToken>.atMostOnce(0x8003, "ground", WireLimits.tokenBytes)
        static let place = Field<String>.atMostOnce(0x8004, "place", WireLimits.remarkBytes)
        static let remark = Field<String>.atMostOnce(0x8005, "remark", WireLimits.remarkBytes)
        static let officer = Field<String>.atMostOnce(0x8006, "officer", WireLimits.officerBytes)
    }

    package static let kind = MessageKind.refuse
    package static let fields = [
        Fields.person.rule, Fields.claims.rule, Fields.ground.rule, Fields.place.rule, Fields.remark.rule,
        Fields.officer.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.optional(Fields.person)
        claims = try fields.list(Fields.claims)
        ground = try fields.optional(Fields.ground)
        place = try fields.optional(Fields.place)
        remark = try fields.optional(Fields.remark)
        officer = try fields.optional(Fields.officer)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(claims, list: Fields.claims)
        try writer.put(ground, Fields.ground)
        try writer.put(place, Fields.place)
        try writer.put(remark, Fields.remark)
        try writer.put(officer, Fields.officer)
    }
}

/// The refusal is noted, durably.
public struct Refused: Sendable, Hashable {
    /// Where it stands in the person's history.
    public var fact: FactReference
    /// Time the server took, in microseconds.
    public var microseconds: UInt64

    /// The message of these values; limits are checked when it is encoded.
    public init(fact: FactReference, microseconds: UInt64) {
        self.fact = fact
        self.microseconds = microseconds
    }
}

extension Refused: FactAnswer {
    package static let kind = MessageKind.refused
}
