/// Asks whose fingers these are: one probe against all the gallery.
public struct Identify: Sendable, Hashable {
    public var fingers: [FingerRecord]
    /// How many candidates to answer with at most; absent: as the server is set.
    public var maximumCandidates: UInt16?
    /// The widest rotation to look at, either way, 1/256 turn; absent: as the server is set.
    public var maximumRotation: UInt8?
    /// The false positive identification rate to make the threshold for, parts per 10^9; absent: as the server is set.
    public var targetFPIR: UInt32?
    /// What the positions of the fingers are worth, see ``WirePositions``; absent: swaps are looked for.
    public var positions: UInt8?

    /// The message of these values; limits are checked when it is encoded.
    public init(
        fingers: [FingerRecord], maximumCandidates: UInt16? = nil, maximumRotation: UInt8? = nil,
        targetFPIR: UInt32? = nil, positions: UInt8? = nil
    ) {
        self.fingers = fingers
        self.maximumCandidates = maximumCandidates
        self.maximumRotation = maximumRotation
        self.targetFPIR = targetFPIR
        self.positions = positions
    }
}

extension Identify: WireMessage {
    enum Fields {
        static let fingers = Field<FingerRecord>.times(WireLimits.fingersPerRequest, 0x8001, "finger")
        static let maximumCandidates = Field<UInt16>.atMostOnce(
            0x8002, "maximum-candidates", WireLimits.candidatesAsked)
        static let maximumRotation = Field<UInt8>.atMostOnce(0x8003, "maximum-rotation", WireLimits.rotations)
        static let targetFPIR = Field<UInt32>.atMostOnce(0x8004, "target-fpir", WireLimits.targetFPIR)
        static let positions = Field<UInt8>.atMostOnce(0x8005, "positions", WireLimits.positionPolicies)
    }

    package static let kind = MessageKind.identify
    package static let fields = [
        Fields.fingers.rule, Fields.maximumCandidates.rule, Fields.maximumRotation.rule, Fields.targetFPIR.rule,
        Fields.positions.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        fingers = try fields.list(Fields.fingers)
        maximumCandidates = try fields.optional(Fields.maximumCandidates)
        maximumRotation = try fields.optional(Fields.maximumRotation)
        targetFPIR = try fields.optional(Fields.targetFPIR)
        positions = try fields.optional(Fields.positions)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(fingers, list: Fields.fingers)
        try writer.put(maximumCandidates, Fields.maximumCandidates)
        try writer.put(maximumRotation, Fields.maximumRotation)
        try writer.put(targetFPIR, Fields.targetFPIR)
        try writer.put(positions, Fields.positions)
    }
}

/// The answer of a search: candidates, best first, and how much was looked at.
public struct Identified: Sendable, Hashable {
    public var candidates: [Candidate]
    /// Templates compared against.
    public var searched: UInt64
    /// Templates in the snapshot.
    public var gallery: UInt64
    /// The number of the gallery snapshot that was searched.
    public var snapshot: UInt64
    /// The matcher that gave the scores.
    public var matcher: String
    /// Time the server took, in microseconds.
    public var microseconds: UInt64
    /// The widest rotation looked at, either way, 1/256 turn.
    public var rotation: UInt8
    /// How it was decided who is a hit; absent in the answers of older servers.
    public var decision: SearchDecision?
    /// Templates of the probe that were taken although they are poor: a "nobody" of theirs says little.
    public var warnings: [TemplateWarning]
    /// Persons in parts of the gallery that fail their own test: that none of them is a candidate says nothing. Absent
    /// where there are none.
    public var fencedPersons: UInt64?

    /// The message of these values; limits are checked when it is encoded.
    public init(
        candidates: [Candidate], searched: UInt64, gallery: UInt64, snapshot: UInt64, matcher: String,
        microseconds: UInt64, rotation: UInt8, decision: SearchDecision? = nil, warnings: [TemplateWarning] = [],
        fencedPersons: UInt64? = nil
    ) {
        self.candidates = candidates
        self.searched = searched
        self.gallery = gallery
        self.snapshot = snapshot
        self.matcher = matcher
        self.microseconds = microseconds
        self.rotation = rotation
        self.decision = decision
        self.warnings = warnings
        self.fencedPersons = fencedPersons
    }
}

extension Identified: WireMessage {
    enum Fields {
        static let candidates = Field<Candidate>.times(WireLimits.candidates, 0x8001, "candidate")
        static let searched = Field<UInt64>.once(0x8002, "searched")
        static let gallery = Field<UInt64>.once(0x8003, "gallery")
        static let snapshot = Field<UInt64>.once(0x8004, "snapshot")
        static let matcher = Field<String>.once(0x8005, "matcher", WireLimits.matcherBytes)
        static let microseconds = Field<UInt64>.once(0x8006, "microseconds")
        static let rotation = Field<UInt8>.once(0x8007, "rotation", WireLimits.rotations)
        static let decision = Field<SearchDecision>.atMostOnce(0x0008, "decision")
        static let warnings = Field<TemplateWarning>.times(WireLimits.warnings, 0x0009, "warning")
        static let fencedPersons = Field<UInt64>.atMostOnce(0x000A, "fenced-persons")
    }

    package static let kind = MessageKind.identified
    package static let fields = [
        Fields.candidates.rule, Fields.searched.rule, Fields.gallery.rule, Fields.snapshot.rule, Fields.matcher.rule,
        Fields.microseconds.rule, Fields.rotation.rule, Fields.decision.rule, Fields.warnings.rule,
        Fields.fencedPersons.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        candidates = try fields.list(Fields.candidates)
        searched = try fields.value(Fields.searched)
        gallery = try fields.value(Fields.gallery)
        snapshot = try fields.value(Fields.snapshot)
        matcher = try fields.value(Fields.matcher)
        microseconds = try fields.value(Fields.microseconds)
        rotation = try fields.value(Fields.rotation)
        decision = try fields.optional(Fields.decision)
        warnings = try fields.list(Fields.warnings)
        fencedPersons = try fields.optional(Fields.fencedPersons)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(candidates, list: Fields.candidates)
        try writer.put(searched, Fields.searched)
        try writer.put(gallery, Fields.gallery)
        try writer.put(snapshot, Fields.snapshot)
        try writer.put(matcher, Fields.matcher)
        try writer.put(microseconds, Fields.microseconds)
        try writer.put(rotation, Fields.rotation)
        try writer.put(decision, Fields.decision)
        try writer.put(warnings, list: Fields.warnings)
        try writer.put(fencedPersons, Fields.fencedPersons)
    }
}
