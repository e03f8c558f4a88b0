import TamgaMatcher
import TamgaTemplates

/// The order of the looks, and when one is enough.
extension SearchPlan {
    /// What a search came to: the look that decided, and all that were taken.
    struct Outcome {
        let found: Sighting
        let looks: [Look]
        let threshold: IdentificationThreshold
        let persons: Int
    }

    /// As labelled within the usual rotation, then within all of it; then, where the policy allows and positions are
    /// given, with the hands exchanged, then
    /// (palms have no other position) fingers at any. The first look in which somebody reaches the threshold
    /// decides; where none does, the answer is what was found as labelled.
    func search(upTo maximum: Rotation, _ target: TargetFPIR, _ policy: PositionPolicy) async -> Outcome {
        let narrow = maximum.steps < Rotation.usual.steps ? maximum : .usual
        let labelled = (narrow == maximum ? [narrow] : [narrow, maximum]).map { Look(probe, .none, within: $0) }
        let looksFurther = policy == .lookForSwaps && probe.isLabelled
        var swaps: [FingerSwap] = looksFurther ? [.handsExchanged] : []
        if looksFurther, probe.hasNamedFingers { swaps.append(.fingersExchanged) }
        let further = swaps.map { Look(probe, $0, within: maximum) }
        let persons = comparable(labelled[0])
        let threshold = IdentificationThreshold(target, chances: chances(persons, labelled.count, further))
        var taken: [Look] = []
        var answer = Sighting(look: labelled[0], candidates: [])
        for look in labelled + further {
            // The wider look scans with fewer minutiae: whom the narrower one found is not lost by it.
            let known = look.swap == .none ? answer.candidates.map(\.key) : []
            var found = await run(look, threshold, known: known)
            if isStopped { break }
            if looksFurther, look.swap == .none, found.reaches(threshold) || taken.count + 1 == labelled.count {
                await cross(&found, threshold)
            }
            taken.append(look)
            let isDecided = found.reaches(threshold)
            if look.swap == .none || isDecided { answer = found }
            if isDecided { break }
        }
        return Outcome(found: answer, looks: taken, threshold: threshold, persons: persons)
    }

    /// How many persons there are to be taken for somebody else.
    ///
    /// All looks that may be taken count, since a stranger is looked at in all of them. As labelled the wider look is
    /// one chance: the calibration was measured at any rotation. The narrower one before it adds `narrowLookChance`. A
    /// look against the positions adds the chances that are left after the penalty of its scores.
    private func chances(_ persons: Int, _ labelled: Int, _ further: [Look]) -> Double {
        let looks = 1 + Self.narrowLookChance * Double(labelled - 1)
        return Double(persons) * looks + further.reduce(0) { $0 + Double(comparable($1)) } * SwapRule.chance
    }

    /// What a look within the usual rotation adds to one within any. The matcher follows the most promising motions
    /// only, so that more than a third of all pairs of strangers are more alike when fewer motions are allowed; but of
    /// 4,329 pairs (FVC2000 and FVC2002, within each database) those who reach 1.0, 1.5, 2.0 in either look are 10, 14
    /// and 0 per cent more than those who do in the wider one. Rounded up.
    private static let narrowLookChance = 0.2

    /// Compares crosswise the fingers that fit nowhere as labelled: of the hits or, where there is none, of the best
    /// candidates.
    private func cross(_ found: inout Sighting, _ threshold: IdentificationThreshold) async {
        let hits = found.candidates.count { threshold.isReached(by: $0.score) }
        let rotation = found.look.rotation
        let anywhere = Look(probe, .fingersExchanged, within: rotation)
        let best = found.candidates.prefix(
            hits > 0 ? min(hits, SwapRule.crossedCandidates) : SwapRule.crossedCandidates
        ).map(\.key)
        var budget = ExactBudget(left: affordableComparisons(anywhere))
        let paid = budget.spend(best.lazy.map { comparisons(with: $0, anywhere) }, atLeast: 1)
        let crossed = await self.found(Array(best.prefix(paid))) {
            PersonComparison.best(probe, $0, within: rotation, $1)
        }
        found.candidates = Self.ranked(crossed + found.candidates.dropFirst(crossed.count))
    }
}
