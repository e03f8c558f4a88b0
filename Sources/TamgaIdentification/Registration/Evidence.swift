import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// What a search found, brought up to what is registered now.
struct Evidence: Sendable {
    /// Best first; every one above the floor of the search, and those who came since and have anything alike.
    var candidates: [Candidate]
    var notCompared: Int
    /// Positions that those have whom the fingers say too little of.
    var missing: PositionSet
    /// Scores of those who hold a claimed identifier.
    var claimed: [FingerHit] = []
    let threshold: IdentificationThreshold
    let doubtfulThreshold: IdentificationThreshold

    /// - Parameter factor: by how much the rate of false hits is higher at the doubtful threshold.
    init(_ search: SearchResult, factor: Double) {
        candidates = search.candidates
        notCompared = search.notCompared
        missing = PositionSet(search.missing)
        threshold = search.threshold
        let rate = min(search.threshold.target.value * factor, TargetFPIR.allowed.upperBound)
        doubtfulThreshold = IdentificationThreshold(
            TargetFPIR(rate) ?? search.threshold.target, chances: search.threshold.chances)
    }

    /// Takes in a person as compared just now, in the place of what the search knew.
    mutating func take(_ person: PersonID, _ match: PersonMatch?) {
        candidates.removeAll { $0.person == person }
        guard let match else { return }
        guard match.score > 0 else { return }
        candidates.append(
            Candidate(person: person, score: match.score, fingers: match.fingers, swap: match.swap))
        candidates.sort { ($1.score, $0.person) < ($0.score, $1.person) }
    }

    /// Takes in that too little of a person who came just now was compared.
    mutating func takeUncovered(_ positions: PositionSet) {
        notCompared += 1
        missing.formUnion(positions)
    }

    /// Whether the search found the person at all.
    func lists(_ person: PersonID) -> Bool { candidates.contains { $0.person == person } }

    /// Whether the person is a hit.
    func recognises(_ person: PersonID) -> Bool {
        candidates.contains { $0.person == person && threshold.isReached(by: $0.score) }
    }

    /// For the rules of verdicts.
    func fingers(
        of presented: Presented, notTaken: [MissingFinger], registered: (PersonID) -> Set<FingerPosition>
    ) -> FingerEvidence {
        func hits(_ isMeant: (Float) -> Bool) -> [FingerHit] {
            candidates.filter { isMeant($0.score) }.map {
                FingerHit(person: $0.person, score: $0.score, swap: $0.swap, registered: registered($0.person))
            }
        }
        return FingerEvidence(
            hits: hits { threshold.isReached(by: $0) },
            doubtful: hits { doubtfulThreshold.isReached(by: $0) && !threshold.isReached(by: $0) },
            claimed: claimed, notCompared: notCompared, missing: Set(missing.positions),
            usable: presented.usable, poor: presented.poor, notTaken: notTaken)
    }
}
