/// The record of one finger, and which finger it is.
public struct FingerRecord: Sendable, Hashable {
    /// The code of ISO/IEC 19794-2:2005, table 2 (0 unknown, 1 to 10 named); absent: as the record itself says.
    public var position: UInt8?
    /// One of ``RecordFormat``.
    public var format: UInt16
    /// The record's bytes, as its format has them.
    public var record: [UInt8]

    /// A part of a message; its limits are checked when the message is encoded.
    public init(position: UInt8? = nil, format: UInt16, record: [UInt8]) {
        self.position = position
        self.format = format
        self.record = record
    }
}

extension FingerRecord: WireGroup {
    enum Fields {
        static let position = Field<UInt8>.atMostOnce(0x8001, "position", WireLimits.positionCodes)
        static let format = Field<UInt16>.once(0x8002, "format")
        static let record = Field<[UInt8]>.once(0x8003, "record", WireLimits.recordBytes)
    }

    package static let typeName = "finger-record"
    package static let fields = [Fields.position.rule, Fields.format.rule, Fields.record.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        position = try fields.optional(Fields.position)
        format = try fields.value(Fields.format)
        record = try fields.value(Fields.record)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(position, Fields.position)
        try writer.put(format, Fields.format)
        try writer.put(record, Fields.record)
    }
}
