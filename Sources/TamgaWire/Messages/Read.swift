/// Asks what is held of a person.
public struct Read: Sendable, Hashable {
    public var person: String
    /// Whether to send the records as well.
    public var includesRecords: Bool

    /// The message of these values; limits are checked when it is encoded.
    public init(person: String, includesRecords: Bool) {
        self.person = person
        self.includesRecords = includesRecords
    }
}

extension Read: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let includesRecords = Field<Bool>.once(0x8002, "include-records")
    }

    package static let kind = MessageKind.read
    package static let fields = [Fields.person.rule, Fields.includesRecords.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        includesRecords = try fields.value(Fields.includesRecords)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(includesRecords, Fields.includesRecords)
    }
}

/// What is held of a person.
public struct Person: Sendable, Hashable {
    public var person: String
    /// Milliseconds since 1970-01-01 00:00 UTC.
    public var enrolledAt: UInt64
    /// The number of the person's last change.
    public var sequence: UInt64
    public var fingers: [EnrolledFinger]
    /// Every taking of fingers held, the first one first; none where the server does not tell.
    public var encounters: [Encounter]

    /// The message of these values; limits are checked when it is encoded.
    public init(
        person: String, enrolledAt: UInt64, sequence: UInt64, fingers: [EnrolledFinger], encounters: [Encounter] = []
    ) {
        self.person = person
        self.enrolledAt = enrolledAt
        self.sequence = sequence
        self.fingers = fingers
        self.encounters = encounters
    }
}

extension Person: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let enrolledAt = Field<UInt64>.once(0x8002, "enrolled-at")
        static let sequence = Field<UInt64>.once(0x8003, "sequence")
        static let fingers = Field<EnrolledFinger>.times(WireLimits.fingersPerPerson, 0x8004, "finger")
        static let encounters = Field<Encounter>.times(WireLimits.encountersPerPerson, 0x0005, "encounter")
    }

    package static let kind = MessageKind.person
    package static let fields = [
        Fields.person.rule, Fields.enrolledAt.rule, Fields.sequence.rule, Fields.fingers.rule, Fields.encounters.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        enrolledAt = try fields.value(Fields.enrolledAt)
        sequence = try fields.value(Fields.sequence)
        fingers = try fields.list(Fields.fingers)
        encounters = try fields.list(Fields.encounters)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(enrolledAt, Fields.enrolledAt)
        try writer.put(sequence, Fields.sequence)
        try writer.put(fingers, list: Fields.fingers)
        try writer.put(encounters, list: Fields.encounters)
    }
}
