import TamgaWire

extension Assessment {
    /// A registration of somebody new.
    static let registered = Assessment(
        outcome: "registered", verdict: "new-person", person: "TG-7K3M-9QXT-4H2P-8", swap: 0, next: ["register"],
        search: .usual, alerts: 0, sequence: 12, isReplay: false, microseconds: 39_387)

    /// Somebody known under another identity, banned, with everything an answer can have.
    static let known = Assessment(
        outcome: "not-registered", verdict: "same-person-other-identity", person: "P-1",
        identifiers: ["iin:990101300122"], owners: ["P-2"], doubts: ["several-persons"], swap: 1,
        next: ["do-not-register", "capture-finger", "entry-ban"], captureNext: 2,
        candidates: [
            AssessmentCandidate(person: "P-1", score: 9_000, isHit: true, swap: 1),
            AssessmentCandidate(person: "P-3", score: 4_500, isHit: false, swap: 0),
        ],
        bans: [
            BanInForce(
                person: "P-1", removal: FactReference(number: 9, ordinal: 0), kind: "expulsion", ground: "decision 17",
                owner: "national-security", from: "2025-07-01"),
            BanInForce(
                person: "P-2", removal: FactReference(number: 10, ordinal: 1), kind: "readmission", ground: "treaty",
                owner: "interior", from: "2025-07-01", until: "2030-06-30"),
            BanInForce(
                person: "P-3", removal: FactReference(number: 11, ordinal: 0), kind: "expulsion", ground: "decision 18",
                owner: "interior", from: "2025-07-01", until: "2030-06-30"),
        ],
        search: .usual,
        warnings: [TemplateWarning(finger: 0, view: 0, flaw: "one-spot", text: "3, allowed: 1")],
        due: FactReference(number: 12, ordinal: 1), alerts: 2, sequence: 12, isReplay: true, microseconds: 1_000,
        refusals: [
            EarlierRefusal(
                claim: "document:KGZ:R1", fact: FactReference(number: 8, ordinal: 0), at: 1_772_323_200_000,
                agency: "foreign-affairs", station: "tashkent")
        ])

    /// With one more word for everything, as a newer server may have them.
    static let newer = Assessment(
        outcome: "postponed", verdict: "twin", doubts: ["weather"], swap: 9, next: ["call-a-doctor"], captureNext: 22,
        alerts: 0, isReplay: false, microseconds: 1)

    func with(_ outcome: WireToken, person: String? = nil) -> Assessment {
        var answer = self
        (answer.outcome, answer.person) = (outcome, person)
        return answer
    }
}

extension SearchSummary {
    static let usual = SearchSummary(
        searched: 200, gallery: 1_000, notCompared: 3, snapshot: 42, matcher: "m1", threshold: 5_146,
        doubtfulThreshold: 4_146, targetFPIR: 1_000_000, lowestFPIR: 100_000, highestFPIR: 10_000_000)
}
