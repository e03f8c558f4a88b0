import TamgaIdentification
import TamgaRegistry
import TamgaTemplates
import TamgaWire

// From the service's answers to the wire's messages.

extension TamgaWire.Assessment {
    init(_ answer: TamgaIdentification.Assessment) {
        self.init(
            outcome: WireToken(answer.outcome.rawValue), verdict: WireToken(answer.verdict.rawValue),
            person: answer.person, identifiers: answer.identifiers.fitting(WireLimits.identifiers).map(\.text),
            owners: Array(answer.owners.fitting(WireLimits.owners)),
            doubts: answer.doubts.map { WireToken($0.rawValue) }, swap: answer.swap,
            next: answer.next.map { WireToken($0.rawValue) }, captureNext: answer.captureNext?.position.rawValue,
            candidates: answer.candidates.fitting(WireLimits.assessedCandidates).map(AssessmentCandidate.init),
            bans: answer.bans.fitting(WireLimits.bans).map(BanInForce.init),
            search: answer.search.map(SearchSummary.init),
            warnings: answer.warnings.fitting(WireLimits.warnings).map(TamgaWire.TemplateWarning.init),
            due: answer.due.map(FactReference.init), alerts: UInt16(clamping: answer.alerts), sequence: answer.sequence,
            isReplay: answer.isReplay, microseconds: answer.microseconds,
            refusals: answer.refusals.fitting(WireLimits.refusals).map(EarlierRefusal.init))
    }
}

extension AssessmentCandidate {
    init(_ candidate: AssessedCandidate) {
        self.init(
            person: candidate.person, score: thousandths(candidate.score), isHit: candidate.isHit, swap: candidate.swap)
    }
}

extension BanInForce {
    init(_ ban: BanNotice) {
        self.init(
            person: ban.person, removal: FactReference(ban.removal), kind: WireToken(ban.kind.rawValue),
            ground: ban.ground, owner: WireToken(ban.owner.rawValue), from: ban.from.description,
            until: ban.until?.description)
    }
}

extension EarlierRefusal {
    init(_ refusal: RefusalNotice) {
        self.init(
            claim: refusal.claim.text, fact: FactReference(refusal.fact), at: UInt64(clamping: refusal.at),
            agency: WireToken(refusal.agency.rawValue), station: refusal.station)
    }
}

extension SearchSummary {
    init(_ account: SearchAccount) {
        self.init(
            searched: UInt64(clamping: account.searched), gallery: UInt64(clamping: account.gallery),
            notCompared: UInt64(clamping: account.notCompared), snapshot: account.snapshot, matcher: account.matcher,
            threshold: thousandths(account.threshold), doubtfulThreshold: thousandths(account.doubtfulThreshold),
            targetFPIR: partsPerBillion(account.targetFPIR), lowestFPIR: partsPerBillion(account.lowestFPIR),
            highestFPIR: partsPerBillion(account.highestFPIR))
    }
}

extension TamgaWire.TemplateWarning {
    init(_ warning: AssessedWarning) {
        self.init(
            finger: UInt16(clamping: warning.submission), view: UInt16(clamping: warning.view), flaw: warning.flaw,
            text: "\(warning.value), allowed: \(warning.limit)")
    }
}

extension Array {
    /// As many as a message may have.
    fileprivate func fitting(_ limit: ClosedRange<Int>) -> ArraySlice<Element> { prefix(limit.upperBound) }
}
