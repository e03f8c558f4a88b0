import TamgaWire

// Answers whose content tells which request they are of.
extension Example {
    static let fact = FactReference(number: 70, ordinal: 2)

    static let subject = CaptureSubject(claims: ["document:UZB:AA1234567"], fingers: [finger])

    static func assessment(_ outcome: WireToken, isReplay: Bool = false) -> Assessment {
        Assessment(
            outcome: outcome, verdict: "new-person", person: "TG-1", swap: 0, alerts: 0, isReplay: isReplay,
            microseconds: 9)
    }

    static let alert = AlertEntry(
        fact: fact, person: "P", at: 1, agency: "interior", station: "A-1", removal: fact, score: 9_000, isSeen: false)

    static let history = HistoryEntry(
        fact: fact, at: 1, agency: "interior", station: "A-1", kind: "registered", content: "{}")

    static func registration(_ request: Request) -> Answer {
        switch request {
        case .register(let register):
            .registered(Registered(assessment: assessment("registered", isReplay: register.key?.text == "replayed")))
        case .lookUp: .lookedUp(LookedUp(assessment: assessment("assessed")))
        case .link: .linked(Linked(fact: fact, microseconds: 1))
        case .unlink: .unlinked(Unlinked(fact: fact, microseconds: 2))
        case .refuse: .refused(Refused(fact: fact, microseconds: 3))
        case .remove: .removed(Removed(fact: fact, microseconds: 4))
        case .liftBan: .banLifted(BanLifted(fact: fact, microseconds: 5))
        case .close: .closed(Closed(fact: fact, microseconds: 6))
        case .alerts: .alertList(AlertList(items: [alert], hasMore: true))
        case .due:
            .dueList(DueList(items: [DueEntry(fact: fact, since: 8)], hasMore: false))
        case .history: .historyList(HistoryList(items: [history], hasMore: false))
        case .certificate(let issue):
            .certified(Certified(serial: "S-\(issue.person)", file: [1, 2], microseconds: 7))
        default: error(.unknownKind)
        }
    }
}
