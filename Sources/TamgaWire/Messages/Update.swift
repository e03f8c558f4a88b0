/// Replaces all records of one encounter by the fingers given; the encounter keeps its number.
public struct Update: Sendable, Hashable {
    public var person: String
    /// The number of the encounter.
    public var encounter: UInt64
    public var fingers: [FingerRecord]

    /// The message of these values; limits are checked when it is encoded.
    public init(person: String, encounter: UInt64, fingers: [FingerRecord]) {
        self.person = person
        self.encounter = encounter
        self.fingers = fingers
    }
}

extension Update: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let encounter = Field<UInt64>.once(0x8002, "encounter")
        static let fingers = Field<FingerRecord>.times(WireLimits.fingersPerRequest, 0x8003, "finger")
    }

    package static let kind = MessageKind.update
    package static let fields = [Fields.person.rule, Fields.encounter.rule, Fields.fingers.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        encounter = try fields.value(Fields.encounter)
        fingers = try fields.list(Fields.fingers)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(encounter, Fields.encounter)
        try writer.put(fingers, list: Fields.fingers)
    }
}

/// The encounter has the new records and no others: durably, and in every search that begins after this answer.
public struct Updated: Sendable, Hashable {
    public var person: String
    /// The number of this change in the store; that of the encounter is what it was.
    public var sequence: UInt64
    /// The number of the first gallery snapshot that has the change.
    public var snapshot: UInt64
    /// Templates of the person now.
    public var references: UInt32
    /// Time the server took, in microseconds.
    public var microseconds: UInt64
    /// Templates that were taken although they are poor.
    public var warnings: [TemplateWarning]

    /// The message of these values; limits are checked when it is encoded.
    public init(
        person: String, sequence: UInt64, snapshot: UInt64, references: UInt32, microseconds: UInt64,
        warnings: [TemplateWarning] = []
    ) {
        self.person = person
        self.sequence = sequence
        self.snapshot = snapshot
        self.references = references
        self.microseconds = microseconds
        self.warnings = warnings
    }
}

extension Updated: IntakeAnswer {
    package static let kind = MessageKind.updated
}
