/// Moves all encounters of one person to another; the first is unknown from then on.
public struct Merge: Sendable, Hashable {
    /// Who stays, and has the encounters of both.
    public var person: String
    /// Who is then unknown; not `person` itself.
    public var other: String

    /// The message of these values; limits are checked when it is encoded.
    public init(person: String, other: String) {
        self.person = person
        self.other = other
    }
}

extension Merge: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let other = Field<String>.once(0x8002, "other", WireLimits.personBytes)
    }

    package static let kind = MessageKind.merge
    package static let fields = [Fields.person.rule, Fields.other.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        other = try fields.value(Fields.other)
        try checkDifference()
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try checkDifference()
        try writer.put(person, Fields.person)
        try writer.put(other, Fields.other)
    }

    private func checkDifference() throws(WireError) {
        guard person != other else {
            throw Fields.other.rule.malformed("it is the same as person", limit: "another person")
        }
    }
}

/// One person has the encounters of both: durably, and in every search that begins after this answer.
public struct Merged: Sendable, Hashable {
    public var person: String
    /// The number of this change in the store.
    public var sequence: UInt64
    /// The number of the first gallery snapshot that has the change.
    public var snapshot: UInt64
    /// Templates of the person now.
    public var references: UInt32
    /// Time the server took, in microseconds.
    public var microseconds: UInt64

    /// The message of these values; limits are checked when it is encoded.
    public init(
        person: String, sequence: UInt64, snapshot: UInt64, references: UInt32, microseconds: UInt64
    ) {
        self.person = person
        self.sequence = sequence
        self.snapshot = snapshot
        self.references = references
        self.microseconds = microseconds
    }
}

extension Merged: WireMessage {
    package static let kind = MessageKind.merged
    package static let fields = ChangeFields.rules

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(ChangeFields.person)
        sequence = try fields.value(ChangeFields.sequence)
        snapshot = try fields.value(ChangeFields.snapshot)
        references = try fields.value(ChangeFields.references)
        microseconds = try fields.value(ChangeFields.microseconds)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, ChangeFields.person)
        try writer.put(sequence, ChangeFields.sequence)
        try writer.put(snapshot, ChangeFields.snapshot)
        try writer.put(references, ChangeFields.references)
        try writer.put(microseconds, ChangeFields.microseconds)
    }
}
