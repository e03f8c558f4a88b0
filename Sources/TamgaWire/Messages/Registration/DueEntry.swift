/// Fingers that are to be taken later.
public struct DueEntry: Sendable, Hashable {
    /// Its place in the history, and its name in ``Close``.
    public var fact: FactReference
    /// Nil for somebody who is not registered yet.
    public var person: String?
    /// Milliseconds since 1970-01-01 00:00 UTC.
    public var since: UInt64
    /// By what the person claims to be somebody, as ``CaptureSubject/claims``.
    public var claims: [String]
    /// The fingers to take, and why they could not be taken.
    public var notTaken: [NotTakenFinger]
    /// Where it was noted, in words.
    public var place: String?

    /// A part of a message; its limits are checked when the message is encoded.
    public init(
        fact: FactReference, person: String? = nil, since: UInt64, claims: [String] = [],
        notTaken: [NotTakenFinger] = [], place: String? = nil
    ) {
        self.fact = fact
        self.person = person
        self.since = since
        self.claims = claims
        self.notTaken = notTaken
        self.place = place
    }
}

extension DueEntry: WireGroup {
    enum Fields {
        static let fact = Field<FactReference>.once(0x8001, "fact")
        static let person = Field<String>.atMostOnce(0x8002, "person", WireLimits.personBytes)
        static let since = Field<UInt64>.once(0x8003, "since")
        static let claims = Field<String>.times(WireLimits.claims, 0x8004, "claim", WireLimits.identifierBytes)
        static let notTaken = Field<NotTakenFinger>.times(WireLimits.notTaken, 0x8005, "not-taken")
        static let place = Field<String>.atMostOnce(0x8006, "place", WireLimits.remarkBytes)
    }

    package static let typeName = "due-entry"
    package static let fields = [
        Fields.fact.rule, Fields.person.rule, Fields.since.rule, Fields.claims.rule, Fields.notTaken.rule,
        Fields.place.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        fact = try fields.value(Fields.fact)
        person = try fields.optional(Fields.person)
        since = try fields.value(Fields.since)
        claims = try fields.list(Fields.claims)
        notTaken = try fields.list(Fields.notTaken)
        place = try fields.optional(Fields.place)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(fact, Fields.fact)
        try writer.put(person, Fields.person)
        try writer.put(since, Fields.since)
        try writer.put(claims, list: Fields.claims)
        try writer.put(notTaken, list: Fields.notTaken)
        try writer.put(place, Fields.place)
    }
}
