import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// A verdict with everything an answer says of it.
struct Judgement: Sendable {
    let decision: Decision
    var assessment: Assessment
    let evidence: Evidence?
    /// Everybody whose fingers these are, by the search or compared one to one.
    var recognised: [(person: PersonID, score: Float)] = []

    /// What the request says besides the fingers, with the verdict.
    func presentation(_ request: RegistrationRequest, _ presented: Presented?) -> Presentation {
        let taken = (presented?.usable ?? []).sorted { $0.rawValue < $1.rawValue }
        return Presentation(
            claims: request.claims, status: request.status, ground: request.ground, place: request.place,
            taken: taken.map(FingerCode.init), notTaken: request.notTaken, verdict: decision.verdict,
            score: evidence?.candidates.first?.score)
    }
}

extension IdentificationService {
    /// From evidence to a verdict and an answer, by the book as it is.
    func judgement(
        _ request: RegistrationRequest, _ presented: Presented, _ search: SearchResult, _ evidence: Evidence,
        _ claimed: ClaimedIdentity, _ gallery: Gallery, _ registrar: Registrar
    ) -> Judgement {
        let fingers = evidence.fingers(of: presented, notTaken: request.notTaken) {
            Self.positions($0, gallery)
        }
        let decision = VerdictRules(verdictPolicy).decide(fingers, claimed) { person in
            registrar.read { $0.identifiers(of: person) }
        }
        var assessment = Assessment(.assessed, decision)
        assessment.identifiers = decision.person.map { person in registrar.read { $0.identifiers(of: person) } } ?? []
        assessment.candidates = evidence.candidates.prefix(parameters.maximumCandidates).map { candidate in
            AssessedCandidate(
                person: candidate.person.text, score: candidate.score,
                isHit: evidence.threshold.isReached(by: candidate.score), swap: candidate.swap.rawValue)
        }
        assessment.search = SearchAccount(search, evidence)
        assessment.warnings = presented.enrollee.warnings.map(AssessedWarning.init)
        let concerned = (fingers.hits + fingers.doubtful).map(\.person) + claimed.holders
        assessment.bans = bans(of: concerned + (decision.person.map { [$0] } ?? []), registrar)
        if !assessment.bans.isEmpty { assessment.next.append(.entryBan) }
        assessment.refusals = refusals(under: request.claims + assessment.identifiers, registrar)
        let verified = fingers.claimed.filter { $0.score >= verdictPolicy.verificationScore }
        return Judgement(
            decision: decision, assessment: assessment, evidence: evidence,
            recognised: (fingers.hits + verified).map { ($0.person, $0.score) })
    }

    /// Nobody is recognised without fingers.
    func judgementWithoutFingers(_ request: RegistrationRequest, _ registrar: Registrar) -> Judgement {
        let claimed = ClaimedIdentity(request.claims) { claim in registrar.read { $0.holder(of: claim) } }
        let decision = VerdictRules(verdictPolicy).decide(
            FingerEvidence(usable: [], notTaken: request.notTaken), claimed) { _ in [] }
        var assessment = Assessment(.assessed, decision)
        assessment.bans = bans(of: claimed.holders, registrar)
        assessment.refusals = refusals(under: request.claims, registrar)
        if !assessment.bans.isEmpty { assessment.next.append(.entryBan) }
        return Judgement(decision: decision, assessment: assessment, evidence: nil)
    }

    func refusals(under claims: [Identifier], _ registrar: Registrar) -> [RefusalNotice] {
        registrar.read { $0.refusals(under: claims) }.map(RefusalNotice.init)
    }

    /// Bans in force today, each person's once; the first of each owner before the others, so that an answer that has
    /// no room for all names every owner.
    func bans(of persons: [PersonID], _ registrar: Registrar) -> [BanNotice] {
        let today = today()
        var seen: Set<PersonID> = []
        return persons.filter { seen.insert($0).inserted }.flatMap { person in
            let bans = registrar.read { $0.bans(of: person) }.filter { $0.term.holds(on: today) }
            var owners: Set<Agency> = []
            let isFirst = bans.map { owners.insert($0.owner).inserted }
            let order = bans.indices.filter { isFirst[$0] } + bans.indices.filter { !isFirst[$0] }
            return order.map { BanNotice(bans[$0], of: person) }
        }
    }
}

extension Assessment {
    init(_ outcome: Outcome, _ decision: Decision) {
        self.init(outcome, decision.verdict)
        person = decision.person?.text
        owners = decision.owners.map(\.text)
        (doubts, swap, next) = (decision.doubts, decision.swap.rawValue, decision.next)
        captureNext = decision.captureNext.map(FingerCode.init)
    }
}

extension SearchAccount {
    init(_ search: SearchResult, _ evidence: Evidence) {
        self.init(
            searched: search.searched, gallery: search.gallery, notCompared: evidence.notCompared,
            snapshot: search.snapshot, matcher: Matcher.version, threshold: evidence.threshold.score,
            doubtfulThreshold: evidence.doubtfulThreshold.score, targetFPIR: evidence.threshold.target.value,
            lowestFPIR: evidence.threshold.lowestFPIR, highestFPIR: evidence.threshold.highestFPIR)
    }
}
