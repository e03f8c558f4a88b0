/// How alike one finger of the probe and one of the person are.
public struct FingerScore: Sendable, Hashable {
    /// The code of the probe's finger.
    public var position: UInt8
    /// The code of the person's finger it was most alike.
    public var referencePosition: UInt8
    /// -log10 of the estimated false match rate, in thousandths; more is more alike.
    public var score: Int32

    /// A part of a message; its limits are checked when the message is encoded.
    public init(position: UInt8, referencePosition: UInt8, score: Int32) {
        self.position = position
        self.referencePosition = referencePosition
        self.score = score
    }
}

extension FingerScore: WireGroup {
    enum Fields {
        static let position = Field<UInt8>.once(0x8001, "position", WireLimits.positionCodes)
        static let referencePosition = Field<UInt8>.once(0x8002, "reference-position", WireLimits.positionCodes)
        static let score = Field<Int32>.once(0x8003, "score")
    }

    package static let typeName = "finger-score"
    package static let fields = [Fields.position.rule, Fields.referencePosition.rule, Fields.score.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        position = try fields.value(Fields.position)
        referencePosition = try fields.value(Fields.referencePosition)
        score = try fields.value(Fields.score)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(position, Fields.position)
        try writer.put(referencePosition, Fields.referencePosition)
        try writer.put(score, Fields.score)
    }
}
