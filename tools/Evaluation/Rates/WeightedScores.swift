/// Score lists in which each cluster counts as often as a bootstrap drew it; once each without one.
///
/// A mated pair counts as often as its finger, a non-mated pair as often as the product of its two fingers says.
struct WeightedScores {
    let lists: ScoreLists
    /// How often each cluster was drawn; nil for once each.
    private let multiplicity: [Double]?
    private let matedTotal: Double
    private let nonMatedTotal: Double
    /// Weight of the mated scores up to and with each.
    private let matedUpTo: [Double]

    /// - Parameter nonMatedTotal: the weight of all non-mated pairs where the caller has a shorter way to it.
    init(_ lists: ScoreLists, multiplicity: [Double]?, nonMatedTotal: Double? = nil) {
        self.lists = lists
        self.multiplicity = multiplicity
        var sum = 0.0
        matedUpTo = lists.mated.map { entry in
            sum += multiplicity.map { $0[Int(entry.cluster)] } ?? 1
            return sum
        }
        matedTotal = sum
        guard let multiplicity else {
            self.nonMatedTotal = Double(lists.nonMated.count)
            return
        }
        self.nonMatedTotal =
            nonMatedTotal
            ?? lists.nonMated.reduce(0) { $0 + multiplicity[Int($1.cluster)] * multiplicity[Int($1.other)] }
    }

    @inline(__always)
    private func weight(_ entry: ScoreLists.Entry) -> Double {
        guard let multiplicity else { return 1 }
        return multiplicity[Int(entry.cluster)] * multiplicity[Int(entry.other)]
    }

    /// The lowest threshold at which FMR is at most 1/`oneIn`: the highest score that would be one match too many.
    /// Nil without non-mated pairs.
    func threshold(oneIn: Double) -> Float? {
        guard nonMatedTotal > 0 else { return nil }
        var sum = 0.0
        for entry in lists.nonMated {
            sum += weight(entry)
            if oneIn.isInfinite ? sum > 0 : sum * oneIn > nonMatedTotal { return entry.score }
        }
        return nil
    }

    /// The share of mated scores at or below the threshold; nil without any. Complexity: O(log n).
    func falseNonMatchRate(_ threshold: Float) -> Double? {
        guard matedTotal > 0 else { return nil }
        var (low, high) = (0, lists.mated.count)
        while low < high {
            let middle = (low + high) / 2
            if lists.mated[middle].score <= threshold { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? matedUpTo[low - 1] / matedTotal : 0
    }
}

extension WeightedScores {
    /// One threshold on the way down.
    struct Step {
        var threshold: Float
        var fmr: Double
        var fnmr: Double
    }

    /// Visits every threshold at which a rate changes, from the highest score down, then minus infinity, until
    /// `visit` returns false.
    func descend(_ visit: (Step) -> Bool) {
        guard matedTotal > 0, nonMatedTotal > 0 else { return }
        var (above, next, mate) = (0.0, 0, lists.mated.count - 1)
        while next < lists.nonMated.count || mate >= 0 {
            let threshold = max(
                next < lists.nonMated.count ? lists.nonMated[next].score : -.infinity,
                mate >= 0 ? lists.mated[mate].score : -.infinity)
            let missed = mate >= 0 ? matedUpTo[mate] : 0
            let step = Step(threshold: threshold, fmr: above / nonMatedTotal, fnmr: missed / matedTotal)
            guard visit(step) else { return }
            while next < lists.nonMated.count, lists.nonMated[next].score == threshold {
                above += weight(lists.nonMated[next])
                next += 1
            }
            while mate >= 0, lists.mated[mate].score == threshold { mate -= 1 }
        }
        _ = visit(Step(threshold: -.infinity, fmr: 1, fnmr: 0))
    }

    /// Where FMR and FNMR cross; nil without mated or non-mated pairs.
    func equalErrorRate() -> (rate: Double, threshold: Float)? {
        var last: Step?
        var found: Step?
        descend { step in
            if step.fmr < step.fnmr {
                last = step
                return true
            }
            found = step
            if let last, step.fmr > step.fnmr, last.fmr + last.fnmr < step.fmr + step.fnmr { found = last }
            return false
        }
        return found.map { (($0.fmr + $0.fnmr) / 2, $0.threshold) }
    }
}
