/// What was searched, and from which score on somebody counts as found.
public struct SearchSummary: Sendable, Hashable {
    /// Templates compared against.
    public var searched: UInt64
    /// Templates in the snapshot.
    public var gallery: UInt64
    /// Registered persons who have none of the fingers given: of them the search says nothing.
    public var notCompared: UInt64
    /// The number of the gallery snapshot that was searched.
    public var snapshot: UInt64
    /// The matcher that gave the scores.
    public var matcher: String
    /// -log10 of an estimated false match rate, in thousandths: from it on a candidate is a hit.
    public var threshold: Int32
    /// From here to the threshold a candidate is in doubt, in thousandths.
    public var doubtfulThreshold: Int32
    /// The false positive identification rate the threshold was made for, parts per 10^9.
    public var targetFPIR: UInt32
    /// The rate it may really have: from here ...
    public var lowestFPIR: UInt32
    /// ... to here.
    public var highestFPIR: UInt32

    /// A part of a message; its limits are checked when the message is encoded.
    public init(
        searched: UInt64, gallery: UInt64, notCompared: UInt64, snapshot: UInt64, matcher: String, threshold: Int32,
        doubtfulThreshold: Int32, targetFPIR: UInt32, lowestFPIR: UInt32, highestFPIR: UInt32
    ) {
        self.searched = searched
        self.gallery = gallery
        self.notCompared = notCompared
        self.snapshot = snapshot
        self.matcher = matcher
        self.threshold = threshold
        self.doubtfulThreshold = doubtfulThreshold
        self.targetFPIR = targetFPIR
        self.lowestFPIR = lowestFPIR
        self.highestFPIR = highestFPIR
    }
}

extension SearchSummary: WireGroup {
    enum Fields {
        static let searched = Field<UInt64>.once(0x8001, "searched")
        static let gallery = Field<UInt64>.once(0x8002, "gallery")
        static let notCompared = Field<UInt64>.once(0x8003, "not-compared")
        static let snapshot = Field<UInt64>.once(0x8004, "snapshot")
        static let matcher = Field<String>.once(0x8005, "matcher", WireLimits.matcherBytes)
        static let threshold = Field<Int32>.once(0x8006, "threshold")
        static let doubtfulThreshold = Field<Int32>.once(0x8007, "doubtful-threshold")
        static let targetFPIR = Field<UInt32>.once(0x8008, "target-fpir", WireLimits.targetFPIR)
        static let lowestFPIR = Field<UInt32>.once(0x8009, "lowest-fpir", WireLimits.estimatedFPIR)
        static let highestFPIR = Field<UInt32>.once(0x800A, "highest-fpir", WireLimits.estimatedFPIR)
    }

    package static let typeName = "search-summary"
    package static let fields = [
        Fields.searched.rule, Fields.gallery.rule, Fields.notCompared.rule, Fields.snapshot.rule, Fields.matcher.rule,
        Fields.threshold.rule, Fields.doubtfulThreshold.rule, Fields.targetFPIR.rule, Fields.lowestFPIR.rule,
        Fields.highestFPIR.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        searched = try fields.value(Fields.searched)
        gallery = try fields.value(Fields.gallery)
        notCompared = try fields.value(Fields.notCompared)
        snapshot = try fields.value(Fields.snapshot)
        matcher = try fields.value(Fields.matcher)
        threshold = try fields.value(Fields.threshold)
        doubtfulThreshold = try fields.value(Fields.doubtfulThreshold)
        targetFPIR = try fields.value(Fields.targetFPIR)
        lowestFPIR = try fields.value(Fields.lowestFPIR)
        highestFPIR = try fields.value(Fields.highestFPIR)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(searched, Fields.searched)
        try writer.put(gallery, Fields.gallery)
        try writer.put(notCompared, Fields.notCompared)
        try writer.put(snapshot, Fields.snapshot)
        try writer.put(matcher, Fields.matcher)
        try writer.put(threshold, Fields.threshold)
        try writer.put(doubtfulThreshold, Fields.doubtfulThreshold)
        try writer.put(targetFPIR, Fields.targetFPIR)
        try writer.put(lowestFPIR, Fields.lowestFPIR)
        try writer.put(highestFPIR, Fields.highestFPIR)
    }
}
