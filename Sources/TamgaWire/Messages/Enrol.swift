/// Registers a person with the fingers given.
public struct Enrol: Sendable, Hashable {
    public var person: String
    public var fingers: [FingerRecord]

    /// The message of these values; limits are checked when it is encoded.
    public init(person: String, fingers: [FingerRecord]) {
        self.person = person
        self.fingers = fingers
    }
}

extension Enrol: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let fingers = Field<FingerRecord>.times(WireLimits.fingersPerRequest, 0x8002, "finger")
    }

    package static let kind = MessageKind.enrol
    package static let fields = [Fields.person.rule, Fields.fingers.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        fingers = try fields.list(Fields.fingers)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(fingers, list: Fields.fingers)
    }
}

/// The person is enrolled: durably, and visible to every search that begins after this answer.
public struct Enrolled: Sendable, Hashable {
    public var person: String
    /// The number of this change in the store.
    public var sequence: UInt64
    /// The number of the first gallery snapshot that has the person.
    public var snapshot: UInt64
    /// Templates added.
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

extension Enrolled: IntakeAnswer {
    package static let kind = MessageKind.enrolled
}
