/// The answer to a request that brought fingers of a person into the store.
package protocol IntakeAnswer: WireMessage {
    var person: String { get }
    var sequence: UInt64 { get }
    var snapshot: UInt64 { get }
    var references: UInt32 { get }
    var microseconds: UInt64 { get }
    var warnings: [TemplateWarning] { get }

    init(
        person: String, sequence: UInt64, snapshot: UInt64, references: UInt32, microseconds: UInt64,
        warnings: [TemplateWarning])
}

/// The fields of an answer to a change.
enum ChangeFields {
    static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
    static let sequence = Field<UInt64>.once(0x8002, "sequence")
    static let snapshot = Field<UInt64>.once(0x8003, "snapshot")
    static let references = Field<UInt32>.once(0x8004, "references")
    static let microseconds = Field<UInt64>.once(0x8005, "microseconds")
    static let warnings = Field<TemplateWarning>.times(WireLimits.warnings, 0x0006, "warning")

    /// Those of every change; warnings go with fingers.
    static let rules = [person.rule, sequence.rule, snapshot.rule, references.rule, microseconds.rule]
}

extension IntakeAnswer {
    package static var fields: [FieldRule] { ChangeFields.rules + [ChangeFields.warnings.rule] }

    package init(reading fields: FieldReader) throws(WireError) {
        self.init(
            person: try fields.value(ChangeFields.person), sequence: try fields.value(ChangeFields.sequence),
            snapshot: try fields.value(ChangeFields.snapshot), references: try fields.value(ChangeFields.references),
            microseconds: try fields.value(ChangeFields.microseconds),
            warnings: try fields.list(ChangeFields.warnings))
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, ChangeFields.person)
        try writer.put(sequence, ChangeFields.sequence)
        try writer.put(snapshot, ChangeFields.snapshot)
        try writer.put(references, ChangeFields.references)
        try writer.put(microseconds, ChangeFields.microseconds)
        try writer.put(warnings, list: ChangeFields.warnings)
    }
}
