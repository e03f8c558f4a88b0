/// A finger or palm that was not taken.
public struct NotTakenFinger: Sendable, Hashable {
    /// The code of ISO/IEC 19794-2:2005, table 2.
    public var position: UInt8
    /// Why: `missing`, `bandaged`, `amputated` or `damaged`.
    public var reason: WireToken

    /// A part of a message; its limits are checked when the message is encoded.
    public init(position: UInt8, reason: WireToken) {
        self.position = position
        self.reason = reason
    }
}

extension NotTakenFinger: WireGroup {
    enum Fields {
        static let position = Field<UInt8>.once(0x8001, "position", WireLimits.positionCodes)
        static let reason = Field<WireToken>.once(0x8002, "reason", WireLimits.tokenBytes)
    }

    package static let typeName = "not-taken-finger"
    package static let fields = [Fields.position.rule, Fields.reason.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        position = try fields.value(Fields.position)
        reason = try fields.value(Fields.reason)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(position, Fields.position)
        try writer.put(reason, Fields.reason)
    }
}
