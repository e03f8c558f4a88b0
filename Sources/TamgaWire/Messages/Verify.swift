/// Asks how alike the fingers given and those of one person are.
public struct Verify: Sendable, Hashable {
    public var person: String
    public var fingers: [FingerRecord]
    /// The widest rotation to look at, either way, 1/256 turn; absent: as the server is set.
    public var maximumRotation: UInt8?
    /// What the positions of the fingers are worth, see ``WirePositions``; absent: swaps are looked for.
    public var positions: UInt8?

    /// The message of these values; limits are checked when it is encoded.
    public init(
        person: String, fingers: [FingerRecord], maximumRotation: UInt8? = nil, positions: UInt8? = nil
    ) {
        self.person = person
        self.fingers = fingers
        self.maximumRotation = maximumRotation
        self.positions = positions
    }
}

extension Verify: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let fingers = Field<FingerRecord>.times(WireLimits.fingersPerRequest, 0x8002, "finger")
        static let maximumRotation = Field<UInt8>.atMostOnce(0x8003, "maximum-rotation", WireLimits.rotations)
        static let positions = Field<UInt8>.atMostOnce(0x8004, "positions", WireLimits.positionPolicies)
    }

    package static let kind = MessageKind.verify
    package static let fields = [
        Fields.person.rule, Fields.fingers.rule, Fields.maximumRotation.rule, Fields.positions.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        fingers = try fields.list(Fields.fingers)
        maximumRotation = try fields.optional(Fields.maximumRotation)
        positions = try fields.optional(Fields.positions)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(fingers, list: Fields.fingers)
        try writer.put(maximumRotation, Fields.maximumRotation)
        try writer.put(positions, Fields.positions)
    }
}

/// The answer of a verification: a score, and no decision.
public struct Verified: Sendable, Hashable {
    public var person: String
    /// -log10 of the estimated false match rate, in thousandths; more is more alike.
    public var score: Int32
    /// The best score of each finger of the probe, in the probe's order.
    public var fingers: [FingerScore]
    /// Templates of the person compared against.
    public var compared: UInt64
    /// The number of the gallery snapshot that was searched.
    public var snapshot: UInt64
    /// The matcher that gave the scores.
    public var matcher: String
    /// Time the server took, in microseconds.
    public var microseconds: UInt64
    /// The widest rotation looked at, either way, 1/256 turn; absent in the answers of older servers.
    public var rotation: UInt8?
    /// Whether hands or fingers were exchanged, a code of ``WireSwap``; absent in the answers of older servers.
    public var swap: UInt8?
    /// Templates of the probe that were taken although they are poor.
    public var warnings: [TemplateWarning]

    /// The message of these values; limits are checked when it is encoded.
    public init(
        person: String, score: Int32, fingers: [FingerScore], compared: UInt64, snapshot: UInt64, matcher: String,
        microseconds: UInt64, rotation: UInt8? = nil, swap: UInt8? = nil, warnings: [TemplateWarning] = []
    ) {
        self.person = person
        self.score = score
        self.fingers = fingers
        self.compared = compared
        self.snapshot = snapshot
        self.matcher = matcher
        self.microseconds = microseconds
        self.rotation = rotation
        self.swap = swap
        self.warnings = warnings
    }
}

extension Verified: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let score = Field<Int32>.once(0x8002, "score")
        static let fingers = Field<FingerScore>.times(WireLimits.scoresPerPerson, 0x8003, "finger")
        static let compared = Field<UInt64>.once(0x8004, "compared")
        static let snapshot = Field<UInt64>.once(0x8005, "snapshot")
        static let matcher = Field<String>.once(0x8006, "matcher", WireLimits.matcherBytes)
        static let microseconds = Field<UInt64>.once(0x8007, "microseconds")
        static let rotation = Field<UInt8>.atMostOnce(0x0008, "rotation", WireLimits.rotations)
        static let swap = Field<UInt8>.atMostOnce(0x0009, "swap")
        static let warnings = Field<TemplateWarning>.times(WireLimits.warnings, 0x000A, "warning")
    }

    package static let kind = MessageKind.verified
    package static let fields = [
        Fields.person.rule, Fields.score.rule, Fields.fingers.rule, Fields.compared.rule, Fields.snapshot.rule,
        Fields.matcher.rule, Fields.microseconds.rule, Fields.rotation.rule, Fields.swap.rule, Fields.warnings.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        score = try fields.value(Fields.score)
        fingers = try fields.list(Fields.fingers)
        compared = try fields.value(Fields.compared)
        snapshot = try fields.value(Fields.snapshot)
        matcher = try fields.value(Fields.matcher)
        microseconds = try fields.value(Fields.microseconds)
        rotation = try fields.optional(Fields.rotation)
        swap = try fields.optional(Fields.swap)
        warnings = try fields.list(Fields.warnings)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(score, Fields.score)
        try writer.put(fingers, list: Fields.fingers)
        try writer.put(compared, Fields.compared)
        try writer.put(snapshot, Fields.snapshot)
        try writer.put(matcher, Fields.matcher)
        try writer.put(microseconds, Fields.microseconds)
        try writer.put(rotation, Fields.rotation)
        try writer.put(swap, Fields.swap)
        try writer.put(warnings, list: Fields.warnings)
    }
}
