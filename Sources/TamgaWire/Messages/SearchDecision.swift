/// From which score on a candidate is a hit, what rate of false hits that is meant to have, and which look decided.
public struct SearchDecision: Sendable, Hashable {
    /// -log10 of an estimated false match rate, in thousandths: at or above it a candidate is a hit.
    public var threshold: Int32
    /// The false positive identification rate the threshold was made for, parts per 10^9.
    public var targetFPIR: UInt32
    /// The rate it may really have: from here ...
    public var lowestFPIR: UInt32
    /// ... to here.
    public var highestFPIR: UInt32
    /// Persons compared with in the first look: with fingers that the probe's may be, going by their positions.
    public var persons: UInt64
    /// The look that gave the candidates: a code of ``WireSwap``.
    public var look: UInt8

    /// A part of a message; its limits are checked when the message is encoded.
    public init(
        threshold: Int32, targetFPIR: UInt32, lowestFPIR: UInt32, highestFPIR: UInt32, persons: UInt64, look: UInt8
    ) {
        self.threshold = threshold
        self.targetFPIR = targetFPIR
        self.lowestFPIR = lowestFPIR
        self.highestFPIR = highestFPIR
        self.persons = persons
        self.look = look
    }
}

/// What the positions that came with a probe are worth: the codes of `positions` in `identify` and `verify`.
public enum WirePositions {
    /// Fingers are compared with those of their position, and with unknown ones.
    public static let asLabelled: UInt8 = 0
    /// As labelled first; then hands and fingers that may have been exchanged are looked for.
    public static let lookForSwaps: UInt8 = 1
}

/// How the fingers of a probe and a person went together: the codes of `look` and `swap`, open to growth.
public enum WireSwap {
    /// As their positions say.
    public static let none: UInt8 = 0
    /// Each finger as the same finger of the other hand.
    public static let handsExchanged: UInt8 = 1
    /// Fingers as others than their positions say.
    public static let fingersExchanged: UInt8 = 2
}

extension SearchDecision: WireGroup {
    enum Fields {
        static let threshold = Field<Int32>.once(0x8001, "threshold")
        static let targetFPIR = Field<UInt32>.once(0x8002, "target-fpir", WireLimits.targetFPIR)
        static let lowestFPIR = Field<UInt32>.once(0x8003, "lowest-fpir", WireLimits.estimatedFPIR)
        static let highestFPIR = Field<UInt32>.once(0x8004, "highest-fpir", WireLimits.estimatedFPIR)
        static let persons = Field<UInt64>.once(0x8005, "persons")
        static let look = Field<UInt8>.once(0x8006, "look")
    }

    package static let typeName = "decision"
    package static let fields = [
        Fields.threshold.rule, Fields.targetFPIR.rule, Fields.lowestFPIR.rule, Fields.highestFPIR.rule,
        Fields.persons.rule, Fields.look.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        threshold = try fields.value(Fields.threshold)
        targetFPIR = try fields.value(Fields.targetFPIR)
        lowestFPIR = try fields.value(Fields.lowestFPIR)
        highestFPIR = try fields.value(Fields.highestFPIR)
        persons = try fields.value(Fields.persons)
        look = try fields.value(Fields.look)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(threshold, Fields.threshold)
        try writer.put(targetFPIR, Fields.targetFPIR)
        try writer.put(lowestFPIR, Fields.lowestFPIR)
        try writer.put(highestFPIR, Fields.highestFPIR)
        try writer.put(persons, Fields.persons)
        try writer.put(look, Fields.look)
    }
}
