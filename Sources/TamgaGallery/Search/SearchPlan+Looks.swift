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
    /// given, with the hands exchanged, then at any position. The first look in which somebody reaches the threshold
    /// decides; where none does, the answer is what was found as labelled.
    func search(upTo maximum: Rotation, _ target: TargetFPIR, _ policy: PositionPolicy) -> Outcome {
        let narrow = maximum.steps < Rotation.usual.steps ? maximum : .usual
        let labelled = (narrow == maximum ? [narrow] : [narrow, maximum]).map { Look(probe, .none, within: $0) }
        let looksFurther = policy == .lookForSwaps && probe.isLabelled
        let swaps: [FingerSwap] = looksFurther ? [.handsExchanged, .fingersExchanged] : []
        let further = swaps.map { Look(probe, $0, within: maximum) }
        let persons = comparable(labelled[0])
        let threshold = IdentificationThreshold(target, chances: chances(persons, further))
        var taken: [Look] = []
        var answer = Sighting(look: labelled[0], candidates: [])
        for look in labelled + further {
            var found = run(look)
            if look.swap == .none, !swaps.isEmpty { cross(&found) }
            taken.append(look)
            let isDecided = found.reaches(threshold)
            if look.swap == .none || isDecided { answer = found }
            if isDecided { break }
        }
        return Outcome(found: answer, looks: taken, threshold: threshold, persons: persons)
    }

    /// How many persons there are to be taken for somebody else.
    ///
    /// The wider look compares all that the first one did, and more: for a stranger it is one chance, not two, and the
    /// calibration was measured at any rotation. A look against the positions adds the chances that are left after the
    /// penalty of its scores.
    private func chances(_ persons: Int, _ further: [Look]) -> Double {
        Double(persons) + further.reduce(0) { $0 + Double(comparable($1)) } * SwapRule.chance
    }

    /// Compares crosswise the fingers of the best candidates that fit nowhere as labelled.
    private func cross(_ found: inout Sighting) {
        let rotation = found.look.rotation
        let anywhere = Look(probe, .fingersExchanged, within: rotation)
        var left = parameters.exactComparisons
        let chosen = found.candidates.prefix(SwapRule.crossedCandidates).enumerated().prefix { index, candidate in
            left -= comparisons(with: candidate.key, anywhere)
            return left >= 0 || index == 0
        }
        let candidates = found.candidates
        let crossed = Parallel.map(count: chosen.count, workers: workers) { index in
            self.found(candidates[index].key) { PersonComparison.best(probe, $0, within: rotation) }
        }.compactMap(\.self)
        found.candidates = Self.ranked(crossed + candidates.dropFirst(crossed.count))
    }
}
