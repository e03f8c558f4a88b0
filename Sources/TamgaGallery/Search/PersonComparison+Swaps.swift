import TamgaMatcher
import TamgaTemplates

// Readings of a probe and a person against the positions that came with them.
extension PersonComparison {
    /// The match as labelled or, where that is clearly better, with the fingers that fit nowhere compared crosswise.
    ///
    /// Fingers settled at their own position stay there. Each of the others, of either side, is compared with all the
    /// rest; the best pairs that convince replace what the finger had at its own position. A pair found so is the best
    /// of all comparisons made crosswise and is corrected for their number; what is fused is as many fingers as could
    /// have been paired, whether or not they were.
    func crossed() -> PersonMatch {
        var labelled = match
        let settled = Set(assigned.keys.filter { score(of: $0) >= SwapRule.settledScore })
        let taken = Set(settled.compactMap { assigned[$0]?.finger })
        let loose = probe.fingers.indices.filter { !settled.contains($0) && probe.fingers[$0].position.isNamed }
        let free = Set(owners.indices.filter { mayBeLoose(references[$0].position, loose) }.map { owners[$0] })
            .subtracting(taken)
        guard !loose.isEmpty, !free.isEmpty else { return labelled }
        let (found, comparisons) = crosswise(loose, free)
        labelled.compared = zip(references, owners).reduce(0) {
            $0 + (probe.asks(for: $1.0.position) || free.contains($1.1) ? 1 : 0)
        }
        let convincing = found.filter {
            SwapRule.isConvincing(corrected($0, of: comparisons), against: score(of: $0.probe))
        }
        guard !convincing.isEmpty else { return labelled }
        let all = Self.assign(pairs + convincing)
        let exchanged = all.values.filter { probe.fingers[$0.probe].position.contradicts($0.position) }
        guard !exchanged.isEmpty else { return labelled }
        let crossed = fused(all, comparisons, slots: slots(loose, free), compared: labelled.compared)
        return crossed.score > labelled.score ? crossed : labelled
    }

    /// Whether a named reference is of the kind, finger or palm, of a finger of the probe that fits nowhere.
    private func mayBeLoose(_ position: FingerPosition, _ loose: [Int]) -> Bool {
        position.isNamed && loose.contains { probe.fingers[$0].position.isPalm == position.isPalm }
    }

    /// Pairs that could be made of these: of fingers, and of palms.
    private func slots(_ loose: [Int], _ free: Set<Int>) -> Int {
        [false, true].reduce(0) { sum, isPalm in
            let given = loose.count { probe.fingers[$0].position.isPalm == isPalm }
            return sum + min(given, free.count { references[$0].position.isPalm == isPalm })
        }
    }

    private func crosswise(_ loose: [Int], _ free: Set<Int>) -> (pairs: [Pair], comparisons: Int) {
        var pairs: [Pair] = []
        var comparisons = 0
        for index in loose {
            let position = probe.fingers[index].position
            let compared = Self.compare(index, probe, references, owners, rotation, workspace) { reference, owner in
                position.contradicts(reference) && free.contains(owner)
            }
            pairs += compared.pairs
            comparisons += compared.count
        }
        return (pairs, comparisons)
    }

    /// - Parameter slots: pairs the fingers that were compared crosswise could have been in.
    private func fused(_ all: [Int: Pair], _ comparisons: Int, slots: Int, compared: Int) -> PersonMatch {
        func corrected(_ pair: Pair) -> Float {
            let isExchanged = probe.fingers[pair.probe].position.contradicts(pair.position)
            return self.corrected(pair, of: isExchanged ? comparisons : counts[pair.probe])
        }
        var scores = counts.indices.filter { counts[$0] > 0 }.map { all[$0].map(corrected) ?? 0 }
        // Fingers that had nothing at their own position: those paired now, and the chances they had to be.
        let added = counts.indices.filter { counts[$0] == 0 }.compactMap { all[$0].map(corrected) }
        let without = counts.count { $0 == 0 }
        scores += added + Array(repeating: 0, count: max(0, min(slots, without) - added.count))
        let fingers = all.values.map { finger($0, score: corrected($0)) }.sorted { $0.probe < $1.probe }
        let isOfOtherHand = fingers.allSatisfy {
            $0.position.isNamed && $0.position.mirrored == $0.referencePosition
        }
        return PersonMatch(
            score: max(0, Fusion.fuse(scores) - SwapRule.penalty), fingers: fingers,
            swap: isOfOtherHand ? .handsExchanged : .fingersExchanged, compared: compared, rotation: rotation)
    }

    /// The person with each finger as that of the other hand, where that convinces; else nil.
    static func mirrored(
        _ probe: PreparedProbe, _ references: [ReferenceRow], within rotation: Rotation,
        _ workspace: ComparisonWorkspace
    ) -> PersonMatch? {
        let mirrored = PersonComparison(probe, references, within: rotation, workspace, isMirrored: true)
        let match = mirrored.match(swap: .handsExchanged, penalty: SwapRule.penalty)
        // Unknown fingers are paired alike in both readings: without a named one nothing was exchanged.
        guard match.score >= SwapRule.leastScore,
            match.fingers.contains(where: { $0.position.contradicts($0.referencePosition) })
        else { return nil }
        let labelled = PersonComparison(probe, references, within: rotation, workspace).match
        return SwapRule.isConvincing(match.score, against: labelled.score) ? match : nil
    }

    /// The best of all readings: as labelled, crosswise, and with the hands exchanged. That last one is looked at where
    /// fingers were found exchanged (it explains all of them at once or none), and where the others stay below
    /// `decision`.
    static func best(
        _ probe: PreparedProbe, _ references: [ReferenceRow], within rotation: Rotation,
        _ workspace: ComparisonWorkspace, decision: Float = 0
    ) -> PersonMatch {
        let crossed = PersonComparison(probe, references, within: rotation, workspace).crossed()
        guard crossed.swap != .none || crossed.score < decision,
            let other = mirrored(probe, references, within: rotation, workspace), other.score > crossed.score
        else { return crossed }
        return other
    }
}
