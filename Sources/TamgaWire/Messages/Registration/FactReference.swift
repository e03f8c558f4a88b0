/// The place of a fact in the history of the register: ascending, and never given again.
public struct FactReference: Sendable, Hashable {
    /// The number of the change that brought it.
    public var number: UInt64
    /// Its place among the facts of this change, from 0.
    public var ordinal: UInt16

    /// A part of a message; its limits are checked when the message is encoded.
    public init(number: UInt64, ordinal: UInt16) {
        self.number = number
        self.ordinal = ordinal
    }
}

extension FactReference: WireGroup {
    enum Fields {
        static let number = Field<UInt64>.once(0x8001, "number")
        static let ordinal = Field<UInt16>.once(0x8002, "ordinal")
    }

    package static let typeName = "fact-reference"
    package static let fields = [Fields.number.rule, Fields.ordinal.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        number = try fields.value(Fields.number)
        ordinal = try fields.value(Fields.ordinal)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(number, Fields.number)
        try writer.put(ordinal, Fields.ordinal)
    }
}
