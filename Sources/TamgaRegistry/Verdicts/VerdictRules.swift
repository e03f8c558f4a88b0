import TamgaTemplates

/// From evidence to a verdict: the rules, and nothing else.
public struct VerdictRules: Sendable {
    let policy: VerdictPolicy

    /// The rules with these figures.
    public init(_ policy: VerdictPolicy = VerdictPolicy()) { self.policy = policy }

    /// - Parameter identifiers: by which a registered person is known.
    public func decide(
        _ evidence: FingerEvidence, _ claimed: ClaimedIdentity, knownBy identifiers: (PersonID) -> [Identifier]
    ) -> Decision {
        let hits = hits(evidence)
        var decision: Decision
        if let best = hits.first {
            decision = recognised(best, claimed, identifiers(best.person))
            if hits.count > 1 {
                decision.doubts.append(.severalPersons)
                decision.next.append(.adjudicate)
            }
        } else {
            decision = unrecognised(evidence, claimed)
        }
        if evidence.isRecaptureDue { decision.next.append(.noteRecapture) }
        return decision
    }

    /// Hits of the search, and those who were claimed and found to be the person, each once.
    private func hits(_ evidence: FingerEvidence) -> [FingerHit] {
        let verified = evidence.claimed.filter { claim in
            claim.score >= policy.verificationScore && !evidence.hits.contains { $0.person == claim.person }
        }
        return evidence.hits + verified
    }

    private func recognised(
        _ hit: FingerHit, _ claimed: ClaimedIdentity, _ identifiers: [Identifier]
    ) -> Decision {
        let agreement = claimed.agreement(with: hit.person, knownBy: identifiers)
        var decision = Decision(Self.verdict(agreement), person: hit.person)
        decision.owners = claimed.holders.filter { $0 != hit.person }
        decision.swap = hit.swap
        if hit.swap != .none { decision.next.append(.recaptureInOrder) }
        decision.next.append(.doNotRegister)
        if agreement == .other { decision.next.append(.reportSecondIdentity) }
        if !decision.owners.isEmpty { decision.next.append(.reportForeignIdentity) }
        if agreement != .other, claimed.claims.contains(where: { !identifiers.contains($0) }) {
            decision.next.append(.linkIdentifier)
        }
        return decision
    }

    private static func verdict(_ agreement: ClaimedIdentity.Agreement) -> Verdict {
        switch agreement {
        case .open: .knownPerson
        case .same: .samePersonSameIdentity
        case .other: .samePersonOtherIdentity
        }
    }

    private func unrecognised(_ evidence: FingerEvidence, _ claimed: ClaimedIdentity) -> Decision {
        let doubts = doubts(evidence)
        guard doubts.isEmpty else { return inconclusive(doubts, evidence, claimed) }
        guard claimed.holders.isEmpty else {
            var decision = Decision(.otherPersonUnderIdentity)
            decision.owners = claimed.holders
            decision.next = [.doNotRegister, .reportForeignIdentity]
            return decision
        }
        var decision = Decision(.newPerson)
        decision.next = [.register]
        return decision
    }

    private func doubts(_ evidence: FingerEvidence) -> [Doubt] {
        var doubts: [Doubt] = []
        let isClaimDoubtful = evidence.claimed.contains { $0.score >= policy.doubtfulVerificationScore }
        if !evidence.doubtful.isEmpty || isClaimDoubtful { doubts.append(.score) }
        if evidence.notCompared > 0 { doubts.append(.coverage) }
        if evidence.usable.count < leastFingers(evidence) { doubts.append(.fewFingers) }
        return doubts
    }

    /// Of somebody who has fewer fingers than are wanted, all of them; at least one.
    private func leastFingers(_ evidence: FingerEvidence) -> Int {
        let gone = Set(
            evidence.notTaken.filter { !$0.reason.isTemporary && !$0.position.position.isPalm }.map(\.position))
        return max(1, min(policy.leastFingers, 10 - gone.count))
    }

    private func inconclusive(
        _ doubts: [Doubt], _ evidence: FingerEvidence, _ claimed: ClaimedIdentity
    ) -> Decision {
        var decision = Decision(.inconclusive)
        decision.doubts = doubts
        decision.owners = claimed.holders
        switch AskBack(evidence, policy).next {
        case .capture(let finger):
            decision.captureNext = finger
            decision.next = [.captureFinger]
        case .again(let finger):
            decision.captureNext = finger
            decision.next = [.recaptureQuality]
        case .none:
            // Where there is no print yet, but there will be, nobody has anything to compare.
            decision.next = evidence.usable.isEmpty && evidence.isRecaptureDue ? [] : [.adjudicate]
        }
        return decision
    }
}
