/// A person who may be the probe's, with the reasons.
public struct Candidate: Sendable, Hashable {
    public var person: String
    /// 1 for the best.
    public var rank: UInt16
    /// -log10 of the estimated false match rate of all the fingers together, in thousandths; more is more alike.
    public var score: Int32
    /// The best score of each finger of the probe, in the probe's order.
    public var fingers: [FingerScore]
    /// Whether the score reaches the threshold of the answer; absent in the answers of older servers.
    public var isHit: Bool?
    /// Whether hands or fingers were exchanged, a code of ``WireSwap``; absent in the answers of older servers.
    public var swap: UInt8?

    /// A part of a message; its limits are checked when the message is encoded.
    public init(
        person: String, rank: UInt16, score: Int32, fingers: [FingerScore], isHit: Bool? = nil, swap: UInt8? = nil
    ) {
        self.person = person
        self.rank = rank
        self.score = score
        self.fingers = fingers
        self.isHit = isHit
        self.swap = swap
    }
}

extension Candidate: WireGroup {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let rank = Field<UInt16>.once(0x8002, "rank", WireLimits.ranks)
        static let score = Field<Int32>.once(0x8003, "score")
        static let fingers = Field<FingerScore>.times(WireLimits.scoresPerPerson, 0x8004, "finger")
        static let isHit = Field<Bool>.atMostOnce(0x0005, "hit")
        static let swap = Field<UInt8>.atMostOnce(0x0006, "swap")
    }

    package static let typeName = "candidate"
    package static let fields = [
        Fields.person.rule, Fields.rank.rule, Fields.score.rule, Fields.fingers.rule, Fields.isHit.rule,
        Fields.swap.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        rank = try fields.value(Fields.rank)
        score = try fields.value(Fields.score)
        fingers = try fields.list(Fields.fingers)
        isHit = try fields.optional(Fields.isHit)
        swap = try fields.optional(Fields.swap)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(rank, Fields.rank)
        try writer.put(score, Fields.score)
        try writer.put(fingers, list: Fields.fingers)
        try writer.put(isHit, Fields.isHit)
        try writer.put(swap, Fields.swap)
    }
}
