/// Removes a person and all that is held of it.
public struct Delete: Sendable, Hashable {
    public var person: String

    /// The message of these values; limits are checked when it is encoded.
    public init(person: String) {
        self.person = person
    }
}

extension Delete: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
    }

    package static let kind = MessageKind.delete
    package static let fields = [Fields.person.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
    }
}

/// The person is gone: durably, and from every search that begins after this answer.
public struct Deleted: Sendable, Hashable {
    public var person: String
    /// The number of this change in the store.
    public var sequence: UInt64
    /// Templates removed.
    public var references: UInt32
    /// What proves it, where the server gives one.
    public var receipt: DeletionReceipt?

    /// The message of these values; limits are checked when it is encoded.
    public init(person: String, sequence: UInt64, references: UInt32, receipt: DeletionReceipt? = nil) {
        self.person = person
        self.sequence = sequence
        self.references = references
        self.receipt = receipt
    }
}

extension Deleted: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let sequence = Field<UInt64>.once(0x8002, "sequence")
        static let references = Field<UInt32>.once(0x8003, "references")
        static let receipt = Field<DeletionReceipt>.atMostOnce(0x0004, "receipt")
    }

    package static let kind = MessageKind.deleted
    package static let fields = [
        Fields.person.rule, Fields.sequence.rule, Fields.references.rule, Fields.receipt.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        sequence = try fields.value(Fields.sequence)
        references = try fields.value(Fields.references)
        receipt = try fields.optional(Fields.receipt)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(sequence, Fields.sequence)
        try writer.put(references, Fields.references)
        try writer.put(receipt, Fields.receipt)
    }
}
