/// Ends an entry ban before its term.
public struct LiftBan: Sendable, Hashable {
    public var person: String
    /// The removal that brought the ban.
    public var removal: FactReference
    /// Why, in the officer's words.
    public var reason: String
    /// As the station names who is at it; not authenticated.
    public var officer: String?

    /// The message of these values; limits are checked when it is encoded.
    public init(person: String, removal: FactReference, reason: String, officer: String? = nil) {
        self.person = person
        self.removal = removal
        self.reason = reason
        self.officer = officer
    }
}

extension LiftBan: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let removal = Field<FactReference>.once(0x8002, "removal")
        static let reason = Field<String>.once(0x8003, "reason", WireLimits.remarkBytes)
        static let officer = Field<String>.atMostOnce(0x8004, "officer", WireLimits.officerBytes)
    }

    package static let kind = MessageKind.liftBan
    package static let fields = [Fields.person.rule, Fields.removal.rule, Fields.reason.rule, Fields.officer.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        removal = try fields.value(Fields.removal)
        reason = try fields.value(Fields.reason)
        officer = try fields.optional(Fields.officer)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(removal, Fields.removal)
        try writer.put(reason, Fields.reason)
        try writer.put(officer, Fields.officer)
    }
}

/// The ban holds no more, durably.
public struct BanLifted: Sendable, Hashable {
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

extension BanLifted: FactAnswer {
    package static let kind = MessageKind.banLifted
}
