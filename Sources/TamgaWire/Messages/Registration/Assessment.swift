/// What is known of somebody before an officer, what was done, and what is to be done next.
public struct Assessment: Sendable, Hashable {
    /// What was done: `assessed`, `registered`, `not-registered` or `deferred`.
    public var outcome: WireToken
    /// What the fingers say of the claimed identity, for example `new-person`.
    public var verdict: WireToken
    /// Who is registered and has these fingers, or was registered now.
    public var person: String?
    /// By what the person is known.
    public var identifiers: [String]
    /// Other registered persons to whom what was claimed belongs.
    public var owners: [String]
    /// Why the verdict is inconclusive, or what else is to be kept in mind.
    public var doubts: [WireToken]
    /// Whether hands or fingers came exchanged, a code of ``WireSwap``.
    public var swap: UInt8
    /// What the officer should do next, in this order.
    public var next: [WireToken]
    /// The code of the finger to take next, where one more would help.
    public var captureNext: UInt8?
    /// Persons who were found alike, best first.
    public var candidates: [AssessmentCandidate]
    /// Entry bans in force, of the persons who were found.
    public var bans: [BanInForce]
    /// What was searched; nil where nothing was, so that the answer says nothing of who is registered.
    public var search: SearchSummary?
    /// Templates that are poor: a "nobody" of theirs says little.
    public var warnings: [TemplateWarning]
    /// The re-capture that was noted as due.
    public var due: FactReference?
    /// How many alerts this request raised.
    public var alerts: UInt16
    /// The number of the change in the store; nil where nothing was written.
    public var sequence: UInt64?
    /// Whether this answer was given before under the same key, and nothing was done now.
    public var isReplay: Bool
    /// Time the server took, in microseconds.
    public var microseconds: UInt64
    /// Fingers that were refused before under what was claimed, the newest first.
    public var refusals: [EarlierRefusal]

    /// A part of a message; its limits are checked when the message is encoded.
    public init(
        outcome: WireToken, verdict: WireToken, person: String? = nil, identifiers: [String] = [],
        owners: [String] = [], doubts: [WireToken] = [], swap: UInt8, next: [WireToken] = [], captureNext: UInt8? = nil,
        candidates: [AssessmentCandidate] = [], bans: [BanInForce] = [], search: SearchSummary? = nil,
        warnings: [TemplateWarning] = [], due: FactReference? = nil, alerts: UInt16, sequence: UInt64? = nil,
        isReplay: Bool, microseconds: UInt64, refusals: [EarlierRefusal] = []
    ) {
        self.outcome = outcome
        self.verdict = verdict
        self.person = person
        self.identifiers = identifiers
        self.owners = owners
        self.doubts = doubts
        self.swap = swap
        self.next = next
        self.captureNext = captureNext
        self.candidates = candidates
        self.bans = bans
        self.search = search
        self.warnings = warnings
        self.due = due
        self.alerts = alerts
        self.sequence = sequence
        self.isReplay = isReplay
        self.microseconds = microseconds
        self.refusals = refusals
    }
}

extension Assessment: WireGroup {
    enum Fields {
        static let outcome = Field<WireToken>.once(0x8001, "outcome", WireLimits.tokenBytes)
        static let verdict = Field<WireToken>.once(0x8002, "verdict", WireLimits.tokenBytes)
        static let person = Field<String>.atMostOnce(0x8003, "person", WireLimits.personBytes)
        static let identifiers = Field<String>.times(
            WireLimits.identifiers, 0x8004, "identifier", WireLimits.identifierBytes)
        static let owners = Field<String>.times(WireLimits.owners, 0x8005, "owner", WireLimits.personBytes)
        static let doubts = Field<WireToken>.times(WireLimits.doubts, 0x8006, "doubt", WireLimits.tokenBytes)
        static let swap = Field<UInt8>.once(0x8007, "swap")
        static let next = Field<WireToken>.times(WireLimits.steps, 0x8008, "next", WireLimits.tokenBytes)
        static let captureNext = Field<UInt8>.atMostOnce(0x8009, "capture-next", WireLimits.positionCodes)
        static let candidates = Field<AssessmentCandidate>.times(WireLimits.assessedCandidates, 0x800A, "candidate")
        static let bans = Field<BanInForce>.times(WireLimits.bans, 0x800B, "ban")
        static let search = Field<SearchSummary>.atMostOnce(0x800C, "search")
        static let warnings = Field<TemplateWarning>.times(WireLimits.warnings, 0x000D, "warning")
        static let due = Field<FactReference>.atMostOnce(0x800E, "due")
        static let alerts = Field<UInt16>.once(0x800F, "alerts")
        static let sequence = Field<UInt64>.atMostOnce(0x8010, "sequence")
        static let isReplay = Field<Bool>.once(0x8011, "replay")
        static let microseconds = Field<UInt64>.once(0x8012, "microseconds")
        static let refusals = Field<EarlierRefusal>.times(WireLimits.refusals, 0x0013, "refusal")
    }

    package static let typeName = "assessment"
    package static let fields = [
        Fields.outcome.rule, Fields.verdict.rule, Fields.person.rule, Fields.identifiers.rule, Fields.owners.rule,
        Fields.doubts.rule, Fields.swap.rule, Fields.next.rule, Fields.captureNext.rule, Fields.candidates.rule,
        Fields.bans.rule, Fields.search.rule, Fields.warnings.rule, Fields.due.rule, Fields.alerts.rule,
        Fields.sequence.rule, Fields.isReplay.rule, Fields.microseconds.rule, Fields.refusals.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        outcome = try fields.value(Fields.outcome)
        verdict = try fields.value(Fields.verdict)
        person = try fields.optional(Fields.person)
        identifiers = try fields.list(Fields.identifiers)
        owners = try fields.list(Fields.owners)
        doubts = try fields.list(Fields.doubts)
        swap = try fields.value(Fields.swap)
        next = try fields.list(Fields.next)
        captureNext = try fields.optional(Fields.captureNext)
        candidates = try fields.list(Fields.candidates)
        bans = try fields.list(Fields.bans)
        search = try fields.optional(Fields.search)
        warnings = try fields.list(Fields.warnings)
        due = try fields.optional(Fields.due)
        alerts = try fields.value(Fields.alerts)
        sequence = try fields.optional(Fields.sequence)
        isReplay = try fields.value(Fields.isReplay)
        microseconds = try fields.value(Fields.microseconds)
        refusals = try fields.list(Fields.refusals)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(outcome, Fields.outcome)
        try writer.put(verdict, Fields.verdict)
        try writer.put(person, Fields.person)
        try writer.put(identifiers, list: Fields.identifiers)
        try writer.put(owners, list: Fields.owners)
        try writer.put(doubts, list: Fields.doubts)
        try writer.put(swap, Fields.swap)
        try writer.put(next, list: Fields.next)
        try writer.put(captureNext, Fields.captureNext)
        try writer.put(candidates, list: Fields.candidates)
        try writer.put(bans, list: Fields.bans)
        try writer.put(search, Fields.search)
        try writer.put(warnings, list: Fields.warnings)
        try writer.put(due, Fields.due)
        try writer.put(alerts, Fields.alerts)
        try writer.put(sequence, Fields.sequence)
        try writer.put(isReplay, Fields.isReplay)
        try writer.put(microseconds, Fields.microseconds)
        try writer.put(refusals, list: Fields.refusals)
    }
}
