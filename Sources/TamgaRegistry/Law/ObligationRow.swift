/// One rule of the law, as data: when it holds, for whom, what follows, and where that stands.
public struct ObligationRow: Hashable, Sendable {
    /// Unique within a table; stays when the row's content is amended.
    public let id: String
    /// The first day on which the row holds; nil for ever before.
    public let from: CalendarDate?
    /// The last day on which the row holds; nil for no end.
    public let until: CalendarDate?
    public let conditions: Conditions
    public let outcome: Obligation.Outcome
    /// At least one; the first is what the row rests on.
    public let citations: [Citation]
    /// Tells the person, in whole sentences. Names no date: those stand in `from`, `until` and the outcome.
    public let text: Localized
    public let ifRefused: Refusal?

    /// Puts a row together; checks nothing, the tests of the tables do.
    public init(
        id: String, from: CalendarDate?, until: CalendarDate?, conditions: Conditions, outcome: Obligation.Outcome,
        citations: [Citation], text: Localized, ifRefused: Refusal? = nil
    ) {
        (self.id, self.from, self.until, self.conditions) = (id, from, until, conditions)
        (self.outcome, self.citations, self.text, self.ifRefused) = (outcome, citations, text, ifRefused)
    }

    /// Whom a row is for. A condition that is nil is none: it lets everybody pass.
    public struct Conditions: Hashable, Sendable {
        public var statuses: Set<LegalStatus>?
        /// Completed years on the day asked for.
        public var ages: Range<Int>?
        /// A nil among them stands for no ground.
        public var grounds: Set<RegistrationGround?>?
        public var held: Held?
        public var occasions: Set<Occasion>?
        public var visaPlaces: Set<VisaPlace>?
        public var isRegistered: Bool?

        /// Takes what is given; everything left out is no condition.
        public init(
            statuses: Set<LegalStatus>? = nil, ages: Range<Int>? = nil, grounds: Set<RegistrationGround?>? = nil,
            held: Held? = nil, occasions: Set<Occasion>? = nil, visaPlaces: Set<VisaPlace>? = nil,
            isRegistered: Bool? = nil
        ) {
            (self.statuses, self.ages, self.grounds, self.held) = (statuses, ages, grounds, held)
            (self.occasions, self.visaPlaces, self.isRegistered) = (occasions, visaPlaces, isRegistered)
        }
    }

    /// A document of one of these kinds is held, valid on the law's day and still valid on the day asked for.
    public struct Held: Hashable, Sendable {
        public let kinds: Set<HeldDocument.Kind>
        public let validOn: CalendarDate

        /// Puts the two together.
        public init(_ kinds: Set<HeldDocument.Kind>, validOn: CalendarDate) {
            (self.kinds, self.validOn) = (kinds, validOn)
        }
    }
}

// MARK: Evaluation
extension ObligationRow {
    /// Whether the row holds on the day and for the person of the question.
    func decides(_ question: ObligationQuestion) -> Bool {
        isInForce(on: question.day) && conditions.hold(for: question)
    }

    private func isInForce(on day: CalendarDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}

extension ObligationRow.Conditions {
    fileprivate func hold(for question: ObligationQuestion) -> Bool {
        (statuses?.contains(question.status) ?? true)
            && (ages?.contains(question.age) ?? true)
            && (grounds?.contains(question.ground) ?? true)
            && (held?.fits(question.documentHeld, on: question.day) ?? true)
            && (occasions?.contains(question.occasion) ?? true)
            && (visaPlaces.map { places in question.visaPlace.map(places.contains) ?? false } ?? true)
            && (isRegistered.map { $0 == question.isRegistered } ?? true)
    }
}

extension ObligationRow.Held {
    fileprivate func fits(_ document: HeldDocument?, on day: CalendarDate) -> Bool {
        guard let document else { return false }
        return kinds.contains(document.kind) && document.isValid(on: validOn) && document.isValid(on: day)
    }
}
