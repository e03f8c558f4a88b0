/// A registered person whom the fingers may be of.
public struct AssessmentCandidate: Sendable, Hashable {
    public var person: String
    /// -log10 of the estimated false match rate of all the fingers together, in thousandths; more is more alike.
    public var score: Int32
    /// Whether the score suffices to say that the person is the same.
    public var isHit: Bool
    /// Whether hands or fingers were exchanged, a code of ``WireSwap``.
    public var swap: UInt8

    /// A part of a message; its limits are checked when the message is encoded.
    public init(person: String, score: Int32, isHit: Bool, swap: UInt8) {
        self.person = person
        self.score = score
        self.isHit = isHit
        self.swap = swap
    }
}

extension AssessmentCandidate: WireGroup {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let score = Field<Int32>.once(0x8002, "score")
        static let isHit = Field<Bool>.once(0x8003, "hit")
        static let swap = Field<UInt8>.once(0x8004, "swap")
    }

    package static let typeName = "assessment-candidate"
    package static let fields = [Fields.person.rule, Fields.score.rule, Fields.isHit.rule, Fields.swap.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        score = try fields.value(Fields.score)
        isHit = try fields.value(Fields.isHit)
        swap = try fields.value(Fields.swap)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(score, Fields.score)
        try writer.put(isHit, Fields.isHit)
        try writer.put(swap, Fields.swap)
    }
}
