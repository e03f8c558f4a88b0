/// Notes that a person was expelled or readmitted, with the term in which the person may not enter.
public struct Remove: Sendable, Hashable {
    public var person: String
    /// `expulsion` or `readmission`.
    public var removal: WireToken
    /// The legal ground: a decision, an article, a treaty.
    public var ground: String
    /// The day of it, as `2024-02-29`.
    public var date: String
    /// The term in which the person may not enter; nil for no ban.
    public var ban: BanTerm?
    /// As the station names who is at it; not authenticated.
    public var officer: String?

    /// The message of these values; limits are checked when it is encoded.
    public init(
        person: String, removal: WireToken, ground: String, date: String, ban: BanTerm? = nil, officer: String? = nil
    ) {
        self.person = person
        self.removal = removal
        self.ground = ground
        self.date = date
        self.ban = ban
        self.officer = officer
    }
}

extension Remove: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let removal = Field<WireToken>.once(0x8002, "removal", WireLimits.tokenBytes)
        static let ground = Field<String>.once(0x8003, "ground", WireLimits.remarkBytes)
        static let date = Field<String>.once(0x8004, "date", WireLimits.dateBytes)
        static let ban = Field<BanTerm>.atMostOnce(0x8005, "ban")
        static let officer = Field<String>.atMostOnce(0x8006, "officer", WireLimits.officerBytes)
    }

    package static let kind = MessageKind.remove
    package static let fields = [
        Fields.person.rule, Fields.removal.rule, Fields.ground.rule, Fields.date.rule, Fields.ban.rule,
        Fields.officer.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        removal = try fields.value(Fields.removal)
        ground = try fields.value(Fields.ground)
        date = try fields.value(Fields.date)
        ban = try fields.optional(Fields.ban)
        officer = try fields.optional(Fields.officer)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(removal, Fields.removal)
        try writer.put(ground, Fields.ground)
        try writer.put(date, Fields.date)
        try writer.put(ban, Fields.ban)
        try writer.put(officer, Fields.officer)
    }
}

/// The removal is noted, durably; its ban holds in every request that begins after this answer.
public struct Removed: Sendable, Hashable {
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

extension Removed: FactAnswer {
    package static let kind = MessageKind.removed
}
