import TamgaRegistry

/// What a registration writes down, and what it answers. A value: it decides and does nothing.
struct RegistrationWork {
    let pending: PendingRegistration
    let judgement: Judgement
    private(set) var assessment: Assessment
    private(set) var facts: [(person: PersonID?, fact: Fact)] = []

    init(_ pending: PendingRegistration, _ judgement: Judgement) {
        (self.pending, self.judgement) = (pending, judgement)
        assessment = judgement.assessment
        assessment.outcome = .notRegistered
    }

    /// Whose the facts are: who is registered now or was recognised, else whose identity was claimed; nil for nobody.
    var concerned: PersonID? {
        if assessment.outcome == .registered { return pending.number }
        return judgement.decision.person ?? judgement.decision.owners.first
    }

    mutating func add(alerts: [(person: PersonID, fact: Fact)]) {
        let alerts = alerts.prefix(IdentificationLimits.alertsAtOnce)
        facts += alerts.map { ($0.person, $0.fact) }
        assessment.alerts = alerts.count
    }

    /// The person is new: registered, known by what was claimed, with what is due.
    ///
    /// - Parameter due: everything that is due; what was due of this identity without a registration is done now.
    mutating func register(closing due: [RegistryBook.Due]) {
        assessment.outcome = .registered
        assessment.person = pending.number.text
        facts.append((pending.number, .registered(presentation)))
        for claim in pending.request.claims {
            facts.append((pending.number, .linked(IdentifierChange(identifier: claim, reason: nil))))
        }
        // Names are many persons': only who brings the same number or document is sure to be the one who was to come.
        let claims = pending.request.claims.filter(\.isUnique)
        let done = due.filter { item in
            item.person == nil && item.recapture.claims.contains { claims.contains($0) }
        }
        for item in done.prefix(IdentificationLimits.closedAtOnce) {
            facts.append((nil, .recaptured(Closing(of: item.tag))))
        }
        let temporary = pending.request.notTaken.filter(\.reason.isTemporary)
        if !temporary.isEmpty { addDue(temporary, of: pending.number) }
    }

    /// No finger could be taken: that is noted, and a re-capture is due.
    mutating func `defer`() {
        assessment.outcome = .deferred
        addDue(pending.request.notTaken, of: nil)
    }

    /// Nobody is registered; who was recognised, or whose identity was claimed, has this in the history.
    mutating func note() {
        if let person = concerned { facts.append((person, .presented(presentation))) }
    }

    private mutating func addDue(_ fingers: [MissingFinger], of person: PersonID?) {
        let recapture = Recapture(
            claims: person == nil ? pending.request.claims : [], fingers: fingers, place: pending.request.place)
        // The number of the change is known once it is made.
        assessment.due = FactID(number: 0, ordinal: facts.count)
        facts.append((person, .recaptureDue(recapture)))
    }

    private var presentation: Presentation { judgement.presentation(pending.request, pending.presented) }
}
