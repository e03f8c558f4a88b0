import TamgaWire

/// Messages of registration with everything as long as version 1 allows.
enum RegistrationExtremes {
    static let person = long(WireLimits.personBytes)
    static let remark = long(WireLimits.remarkBytes)
    static let officer = long(WireLimits.officerBytes)
    static let identifier = long(WireLimits.identifierBytes)
    static let date = long(WireLimits.dateBytes)
    static let token = WireToken(long(WireLimits.tokenBytes))
    static let fact = FactReference(number: .max, ordinal: .max)
    static let claims = [String](repeating: identifier, count: WireLimits.claims.upperBound)
    static let notTaken = [NotTakenFinger](
        repeating: NotTakenFinger(position: 10, reason: token), count: WireLimits.notTaken.upperBound)

    static func long(_ range: ClosedRange<Int>) -> String { String(repeating: "x", count: range.upperBound) }

    static func subject(_ fingers: [FingerRecord]) -> CaptureSubject {
        CaptureSubject(
            claims: claims, status: token, ground: token, place: remark, officer: officer, fingers: fingers,
            notTaken: notTaken, targetFPIR: 1)
    }

    /// Requests of the small kinds.
    static let smallRequests: [Request] = [
        .link(Link(person: person, identifier: identifier, reason: remark, officer: officer)),
        .unlink(Unlink(person: person, identifier: identifier, reason: remark, officer: officer)),
        .refuse(
            Refuse(person: person, claims: claims, ground: token, place: remark, remark: remark, officer: officer)),
        .remove(
            Remove(
                person: person, removal: token, ground: remark, date: date, ban: BanTerm(from: date, until: date),
                officer: officer)),
        .liftBan(LiftBan(person: person, removal: fact, reason: remark, officer: officer)),
        .alerts(Alerts(after: fact, limit: 1_000)),
        .due(Due(after: fact, limit: 1_000)),
        .history(History(person: person, after: fact, limit: 1_000)),
        .close(Close(what: token, fact: fact, officer: officer)),
        .certificate(IssueCertificate(person: person, officer: officer)),
    ]

    static let assessment = Assessment(
        outcome: token, verdict: token, person: person,
        identifiers: [String](repeating: identifier, count: WireLimits.identifiers.upperBound),
        owners: [String](repeating: person, count: WireLimits.owners.upperBound),
        doubts: [WireToken](repeating: token, count: WireLimits.doubts.upperBound), swap: 2,
        next: [WireToken](repeating: token, count: WireLimits.steps.upperBound), captureNext: 23,
        candidates: [AssessmentCandidate](
            repeating: AssessmentCandidate(person: person, score: .max, isHit: true, swap: 2),
            count: WireLimits.assessedCandidates.upperBound),
        bans: [BanInForce](repeating: ban, count: WireLimits.bans.upperBound), search: search,
        warnings: [TemplateWarning](repeating: warning, count: WireLimits.warnings.upperBound), due: fact, alerts: .max,
        sequence: .max, isReplay: true, microseconds: .max,
        refusals: [EarlierRefusal](repeating: refusal, count: WireLimits.refusals.upperBound))

    private static let refusal = EarlierRefusal(
        claim: identifier, fact: fact, at: .max, agency: token, station: long(WireLimits.stationNameBytes))

    private static let ban = BanInForce(
        person: person, removal: fact, kind: token, ground: remark, owner: token, from: date, until: date)

    private static let search = SearchSummary(
        searched: .max, gallery: .max, notCompared: .max, snapshot: .max, matcher: long(WireLimits.matcherBytes),
        threshold: .max, doubtfulThreshold: .max, targetFPIR: 1, lowestFPIR: 0, highestFPIR: 1_000_000_000)

    private static let warning = TemplateWarning(
        finger: .max, view: .max, flaw: long(WireLimits.flawBytes), text: long(WireLimits.warningTextBytes))

    static let alert = AlertEntry(
        fact: fact, person: person, at: .max, agency: token, station: long(WireLimits.stationNameBytes), removal: fact,
        cameAs: person, score: .max, claims: claims, isSeen: true)

    static let due = DueEntry(
        fact: fact, person: person, since: .max, claims: claims, notTaken: notTaken, place: remark)

    static let history = HistoryEntry(
        fact: fact, at: .max, agency: token, station: long(WireLimits.stationNameBytes), officer: officer, kind: token,
        content: long(WireLimits.historyBytes))

    static let certified = Certified(
        serial: long(WireLimits.serialBytes), file: [UInt8](repeating: 7, count: WireLimits.fileBytes.upperBound),
        microseconds: .max)
}
