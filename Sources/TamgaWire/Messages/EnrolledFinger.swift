/// What is held of one finger.
public struct EnrolledFinger: Sendable, Hashable {
    /// The code of ISO/IEC 19794-2:2005, table 2.
    public var position: UInt8
    /// One of ``RecordFormat``.
    public var format: UInt16
    /// As the record says, usually 0 to 100; 0 where it says nothing.
    public var quality: UInt8
    /// How many minutiae it has.
    public var minutiae: UInt16
    /// Its bytes, where the request asked for them.
    public var record: [UInt8]?
    /// The number of the encounter it belongs to, where the server tells.
    public var encounter: UInt64?

    /// A part of a message; its limits are checked when the message is encoded.
    public init(
        position: UInt8, format: UInt16, quality: UInt8, minutiae: UInt16, record: [UInt8]? = nil,
        encounter: UInt64? = nil
    ) {
        self.position = position
        self.format = format
        self.quality = quality
        self.minutiae = minutiae
        self.record = record
        self.encounter = encounter
    }
}

extension EnrolledFinger: WireGroup {
    enum Fields {
        static let position = Field<UInt8>.once(0x8001, "position", WireLimits.positionCodes)
        static let format = Field<UInt16>.once(0x8002, "format")
        static let quality = Field<UInt8>.once(0x8003, "quality")
        static let minutiae = Field<UInt16>.once(0x8004, "minutiae")
        static let record = Field<[UInt8]>.atMostOnce(0x0005, "record", WireLimits.recordBytes)
        static let encounter = Field<UInt64>.atMostOnce(0x0006, "encounter")
    }

    package static let typeName = "enrolled-finger"
    package static let fields = [
        Fields.position.rule, Fields.format.rule, Fields.quality.rule, Fields.minutiae.rule, Fields.record.rule,
        Fields.encounter.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        position = try fields.value(Fields.position)
        format = try fields.value(Fields.format)
        quality = try fields.value(Fields.quality)
        minutiae = try fields.value(Fields.minutiae)
        record = try fields.optional(Fields.record)
        encounter = try fields.optional(Fields.encounter)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(position, Fields.position)
        try writer.put(format, Fields.format)
        try writer.put(quality, Fields.quality)
        try writer.put(minutiae, Fields.minutiae)
        try writer.put(record, Fields.record)
        try writer.put(encounter, Fields.encounter)
    }
}
