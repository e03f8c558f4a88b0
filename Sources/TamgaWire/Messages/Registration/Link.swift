/// Links an identifier to a person: a new passport, a number obtained later.
public struct Link: Sendable, Hashable {
    public var person: String
    /// `iin:NUMBER`, `document:ISSUER:NUMBER` or `names:FAMILY/GIVEN/BIRTH-DATE`.
    public var identifier: String
    /// Why, in the officer's words.
    public var reason: String?
    /// As the station names who is at it; not authenticated.
    public var officer: String?

    /// The message of these values; limits are checked when it is encoded.
    public init(person: String, identifier: String, reason: String? = nil, officer: String? = nil) {
        self.person = person
        self.identifier = identifier
        self.reason = reason
        self.officer = officer
    }
}

extension Link: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let identifier = Field<String>.once(0x8002, "identifier", WireLimits.identifierBytes)
        static let reason = Field<String>.atMostOnce(0x8003, "reason", WireLimits.remarkBytes)
        static let officer = Field<String>.atMostOnce(0x8004, "officer", WireLimits.officerBytes)
    }

    package static let kind = MessageKind.link
    package static let fields = [Fields.person.rule, Fields.identifier.rule, Fields.reason.rule, Fields.officer.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        identifier = try fields.value(Fields.identifier)
        reason = try fields.optional(Fields.reason)
        officer = try fields.optional(Fields.officer)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(identifier, Fields.identifier)
        try writer.put(reason, Fields.reason)
        try writer.put(officer, Fields.officer)
    }
}

/// The identifier is the person's: durably, and in every request that begins after this answer.
public struct Linked: Sendable, Hashable {
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

extension Linked: FactAnswer {
    package static let kind = MessageKind.linked
}
