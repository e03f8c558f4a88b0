import TamgaWire

/// The worked examples of registration, by the name of their block, with their request ids.
enum RegistrationExamples {
    static let all: [String: (UInt64, Message)] = [
        "register": (13, .request(.register(register))),
        "registered": (13, .answer(.registered(Registered(assessment: inconclusive)))),
        "look-up": (14, .request(.lookUp(lookUp))),
        "looked-up": (14, .answer(.lookedUp(LookedUp(assessment: recognised)))),
        "link": (
            15,
            .request(
                .link(
                    Link(
                        person: person, identifier: "document:UZB:AB7654321", reason: "new passport", officer: "S-204"))
            )
        ),
        "linked": (15, .answer(.linked(Linked(fact: fact(50), microseconds: 700)))),
        "unlink": (
            16,
            .request(
                .unlink(Unlink(person: person, identifier: "document:UZB:AB7654321", reason: "wrong person")))
        ),
        "refuse": (
            17,
            .request(
                .refuse(
                    Refuse(
                        claims: ["document:UZB:AA1234567"], ground: "visa", place: "Almaty",
                        remark: "would not say why")))
        ),
        "remove": (
            18,
            .request(
                .remove(
                    Remove(
                        person: person, removal: "expulsion", ground: "art. 51", date: "2024-02-28",
                        ban: BanTerm(from: "2024-02-29", until: "2029-02-28"))))
        ),
        "lift-ban": (19, .request(.liftBan(LiftBan(person: person, removal: fact(41), reason: "decision 17-2")))),
        "alerts": (20, .request(.alerts(Alerts(after: fact(40), limit: 100)))),
        "alert-list": (20, .answer(.alertList(AlertList(items: [alert], hasMore: false)))),
        "due": (21, .request(.due(Due(limit: 100)))),
        "due-list": (21, .answer(.dueList(DueList(items: [due], hasMore: false)))),
        "history": (22, .request(.history(History(person: person, limit: 100)))),
        "history-list": (22, .answer(.historyList(HistoryList(items: [history], hasMore: false)))),
        "close": (23, .request(.close(Close(what: "alert", fact: fact(49, 1))))),
        "certificate": (24, .request(.certificate(IssueCertificate(person: person, officer: "S-204")))),
        "certified": (
            24,
            .answer(
                .certified(Certified(serial: "KZ-2024-000017", file: Array("%PDF-1.7".utf8), microseconds: 5_100)))
        ),
    ]

    private static let person = "TG-7K3M-9QXT-4H2P-8"

    private static func fact(_ number: UInt64, _ ordinal: UInt16 = 0) -> FactReference {
        FactReference(number: number, ordinal: ordinal)
    }

    private static let fingers = [FingerRecord(position: 2, format: 1, record: Examples.record)]

    private static let register = Register(
        key: WireKey("ALA-07.000001"),
        subject: CaptureSubject(
            claims: ["document:UZB:AA1234567", "names:KARIMOV/ANVAR/1990-05-17"], status: "foreigner", ground: "visa",
            place: "Almaty", officer: "S-204", fingers: fingers,
            notTaken: [NotTakenFinger(position: 7, reason: "amputated")]))

    private static let search = SearchSummary(
        searched: 2_000_000, gallery: 2_100_000, notCompared: 310, snapshot: 47, matcher: "m1", threshold: 9_210,
        doubtfulThreshold: 8_210, targetFPIR: 1_000_000, lowestFPIR: 3_947, highestFPIR: 224_003_197)

    private static let inconclusive = Assessment(
        outcome: "not-registered", verdict: "inconclusive", doubts: ["coverage", "few-fingers"], swap: WireSwap.none,
        next: ["capture-finger"], captureNext: 1, search: search, alerts: 0, sequence: 48, isReplay: false,
        microseconds: 4_200)

    private static let lookUp = LookUp(
        subject: CaptureSubject(claims: ["document:TJK:400123456"], fingers: fingers, targetFPIR: 100_000))

    private static var strictSearch: SearchSummary {
        var strict = search
        strict.targetFPIR = 100_000
        strict.threshold = 10_210
        strict.doubtfulThreshold = 9_210
        return strict
    }

    private static let ban = BanInForce(
        person: person, removal: fact(41), kind: "expulsion", ground: "art. 51", owner: "interior", from: "2024-02-29",
        until: "2029-02-28")

    private static let recognised = Assessment(
        outcome: "assessed", verdict: "same-person-other-identity", person: person,
        identifiers: ["document:UZB:AA1234567"], swap: WireSwap.handsExchanged,
        next: ["recapture-in-order", "do-not-register", "report-second-identity", "entry-ban"],
        candidates: [
            AssessmentCandidate(person: person, score: 14_250, isHit: true, swap: WireSwap.handsExchanged),
        ],
        bans: [ban], search: strictSearch, alerts: 0, isReplay: false, microseconds: 3_900)

    private static let alert = AlertEntry(
        fact: fact(49, 1), person: person, at: 1_700_000_120_000, agency: "national-security", station: "DOS-02",
        removal: fact(41), score: 14_250, claims: ["document:TJK:400123456"], isSeen: false)

    private static let due = DueEntry(
        fact: fact(46), since: 1_700_000_060_000, claims: ["document:UZB:AA1234567"],
        notTaken: [NotTakenFinger(position: 7, reason: "bandaged")], place: "Almaty")

    private static let history = HistoryEntry(
        fact: fact(50), at: 1_700_000_180_000, agency: "interior", station: "ALA-07", officer: "S-204", kind: "linked",
        content: #"{"identifier":"document:UZB:AB7654321"}"#)
}
