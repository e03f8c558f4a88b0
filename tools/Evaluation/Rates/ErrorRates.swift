/// Error rates of a set of comparisons (ISO/IEC 19795-1): shares, 0 to 1; nil where there is too little to say.
package struct ErrorRates: Hashable, Sendable {
    package var mated: Int
    package var nonMated: Int
    /// The equal error rate as the FVC define it: of the two thresholds between which FMR and FNMR cross, the one
    /// with the smaller sum, and half of that sum.
    package var eer: Double?
    /// FNMR where FMR is at most each of ``Decade/falseMatch``; nil where there are fewer non-mated pairs than the
    /// rate's reciprocal: one of them would already be too many.
    package var fnmr: [Double?]
    /// FNMR at the highest non-mated score.
    package var zeroFMR: Double?
    package var thresholds: Thresholds

    /// The scores above which a pair matches.
    package struct Thresholds: Hashable, Sendable {
        package var eer: Float?
        package var fnmr: [Float?]
        package var zeroFMR: Float?
    }

    package init(_ scores: ScoreLists) {
        self.init(WeightedScores(scores, multiplicity: nil))
    }

    package init(_ comparisons: [Comparison]) {
        self.init(
            ScoreLists(
                mated: comparisons.filter(\.isMated).map(\.score),
                nonMated: comparisons.filter { !$0.isMated }.map(\.score)))
    }

    init(_ scores: WeightedScores) {
        mated = scores.lists.matedCount
        let nonMated = scores.lists.nonMatedCount
        self.nonMated = nonMated
        let equal = scores.equalErrorRate()
        eer = equal?.rate
        let resolved = Decade.falseMatch.map { decade in
            Double(nonMated) >= decade.oneIn ? scores.threshold(oneIn: decade.oneIn) : nil
        }
        let highest = scores.threshold(oneIn: .infinity)
        fnmr = resolved.map { $0.flatMap(scores.falseNonMatchRate) }
        zeroFMR = highest.flatMap(scores.falseNonMatchRate)
        thresholds = Thresholds(eer: equal?.threshold, fnmr: resolved, zeroFMR: highest)
    }

    /// What the rates cannot say, in words.
    package var notes: [String] {
        var notes: [String] = []
        if mated == 0 { notes.append("no mated pairs: no FNMR") }
        if nonMated == 0 { notes.append("no non-mated pairs: no FMR") }
        for decade in Decade.falseMatch where nonMated > 0 {
            if Double(nonMated) < decade.oneIn {
                notes.append("\(nonMated) non-mated pairs cannot resolve FMR \(decade.name): not stated")
            } else if Double(nonMated) < 30 * decade.oneIn {
                let errors = Int(Double(nonMated) / decade.oneIn)
                let noun = errors == 1 ? "false match" : "false matches"
                notes.append("FMR \(decade.name) rests on \(errors) \(noun), fewer than thirty")
            }
        }
        return notes
    }
}
