/// One taking of fingers: an enrolment, or an encounter added later.
public struct Encounter: Sendable, Hashable {
    /// The number of the change that made it.
    public var number: UInt64
    /// When it was taken on, milliseconds since 1970-01-01 00:00 UTC.
    public var takenAt: UInt64
    /// The number of its last change.
    public var changed: UInt64

    /// A part of a message.
    public init(number: UInt64, takenAt: UInt64, changed: UInt64) {
        self.number = number
        self.takenAt = takenAt
        self.changed = changed
    }
}

extension Encounter: WireGroup {
    enum Fields {
        static let number = Field<UInt64>.once(0x8001, "number")
        static let takenAt = Field<UInt64>.once(0x8002, "taken-at")
        static let changed = Field<UInt64>.once(0x8003, "changed")
    }

    package static let typeName = "encounter"
    package static let fields = [Fields.number.rule, Fields.takenAt.rule, Fields.changed.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        number = try fields.value(Fields.number)
        takenAt = try fields.value(Fields.takenAt)
        changed = try fields.value(Fields.changed)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(number, Fields.number)
        try writer.put(takenAt, Fields.takenAt)
        try writer.put(changed, Fields.changed)
    }
}
