/// A term in which a person may not enter, and what brought it.
public struct BanInForce: Sendable, Hashable {
    public var person: String
    /// The removal that brought the ban, and its name in ``LiftBan``.
    public var removal: FactReference
    /// `expulsion` or `readmission`.
    public var kind: WireToken
    /// The legal ground: a decision, an article, a treaty.
    public var ground: String
    /// The agency that recorded it.
    public var owner: WireToken
    /// The first day, as `2024-02-29`.
    public var from: String
    /// The last day; nil for a ban without an end.
    public var until: String?

    /// A part of a message; its limits are checked when the message is encoded.
    public init(
        person: String, removal: FactReference, kind: WireToken, ground: String, owner: WireToken, from: String,
        until: String? = nil
    ) {
        self.person = person
        self.removal = removal
        self.kind = kind
        self.ground = ground
        self.owner = owner
        self.from = from
        self.until = until
    }
}

extension BanInForce: WireGroup {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let removal = Field<FactReference>.once(0x8002, "removal")
        static let kind = Field<WireToken>.once(0x8003, "kind", WireLimits.tokenBytes)
        static let ground = Field<String>.once(0x8004, "ground", WireLimits.remarkBytes)
        static let owner = Field<WireToken>.once(0x8005, "owner", WireLimits.tokenBytes)
        static let from = Field<String>.once(0x8006, "from", WireLimits.dateBytes)
        static let until = Field<String>.atMostOnce(0x8007, "until", WireLimits.dateBytes)
    }

    package static let typeName = "ban-in-force"
    package static let fields = [
        Fields.person.rule, Fields.removal.rule, Fields.kind.rule, Fields.ground.rule, Fields.owner.rule,
        Fields.from.rule, Fields.until.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        removal = try fields.value(Fields.removal)
        kind = try fields.value(Fields.kind)
        ground = try fields.value(Fields.ground)
        owner = try fields.value(Fields.owner)
        from = try fields.value(Fields.from)
        until = try fields.optional(Fields.until)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(removal, Fields.removal)
        try writer.put(kind, Fields.kind)
        try writer.put(ground, Fields.ground)
        try writer.put(owner, Fields.owner)
        try writer.put(from, Fields.from)
        try writer.put(until, Fields.until)
    }
}
