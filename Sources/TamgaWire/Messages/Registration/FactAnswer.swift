/// The answer to a request that wrote one fact down, and nothing else.
package protocol FactAnswer: WireMessage {
    var fact: FactReference { get }
    var microseconds: UInt64 { get }

    init(fact: FactReference, microseconds: UInt64)
}

/// The fields of such an answer.
private enum FactFields {
    static let fact = Field<FactReference>.once(0x8001, "fact")
    static let microseconds = Field<UInt64>.once(0x8002, "microseconds")
}

extension FactAnswer {
    package static var fields: [FieldRule] { [FactFields.fact.rule, FactFields.microseconds.rule] }

    package init(reading fields: FieldReader) throws(WireError) {
        self.init(
            fact: try fields.value(FactFields.fact), microseconds: try fields.value(FactFields.microseconds))
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(fact, FactFields.fact)
        try writer.put(microseconds, FactFields.microseconds)
    }
}
