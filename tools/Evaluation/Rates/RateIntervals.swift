/// The intervals of ``ErrorRates``, in the same order.
package struct RateIntervals: Hashable, Sendable {
    package var eer: Interval?
    package var fnmr: [Interval?]
    package var zeroFMR: Interval?

    /// - Parameters:
    ///   - strata: for each cluster of the lists the database it belongs to.
    ///   - attempts: probes that were compared with a mate, each counted once.
    package init(of rates: ErrorRates, _ lists: ScoreLists, strata: [Int], attempts: Int, bootstrap: Bootstrap) {
        let pairs = ClusterPairs(lists)
        let replicates = bootstrap.replicate(strata: strata) { drawn in
            ErrorRates(WeightedScores(lists, multiplicity: drawn, nonMatedTotal: pairs.weight(drawn)))
        }
        func interval(_ value: (ErrorRates) -> Double?) -> Interval? {
            Interval(rate: value(rates), replicates: replicates.map(value), attempts: attempts)
        }
        eer = interval(\.eer)
        fnmr = Decade.falseMatch.indices.map { index in interval { $0.fnmr[index] } }
        zeroFMR = interval(\.zeroFMR)
    }
}

/// How many non-mated pairs two clusters have: the weight of all of them without a walk over each.
private struct ClusterPairs: Sendable {
    private struct Key: Hashable {
        var one: Int32
        var other: Int32
    }

    private let counts: [(one: Int, other: Int, count: Double)]

    init(_ lists: ScoreLists) {
        var counts: [Key: Double] = [:]
        for entry in lists.nonMated { counts[Key(one: entry.cluster, other: entry.other), default: 0] += 1 }
        // Whole numbers: the order of the sum does not matter.
        self.counts = counts.map { (Int($0.key.one), Int($0.key.other), $0.value) }
    }

    func weight(_ drawn: [Double]) -> Double {
        counts.reduce(0) { $0 + $1.count * drawn[$1.one] * drawn[$1.other] }
    }
}
