/// Comparison scores of mated and of non-mated pairs, sorted once, each with the clusters it belongs to.
///
/// A cluster is what a bootstrap draws: a finger, or a person where fingers are fused. The convention of every rate
/// here: a pair matches when its score is **greater than** the threshold. So at threshold t
/// FMR(t) = share of non-mated scores > t and FNMR(t) = share of mated scores <= t.
package struct ScoreLists: Sendable {
    struct Entry: Sendable {
        var score: Float
        var cluster: Int32
        /// The other side's cluster; that of the same finger for a mated pair.
        var other: Int32
    }

    /// Ascending.
    private(set) var mated: [Entry] = []
    /// Descending.
    private(set) var nonMated: [Entry] = []

    init(mated: [Entry], nonMated: [Entry]) {
        self.mated = mated.sorted { $0.score < $1.score }
        self.nonMated = nonMated.sorted { $0.score > $1.score }
    }

    /// Lists without clusters, for which no interval can be had.
    package init(mated: [Float], nonMated: [Float]) {
        self.init(
            mated: mated.map { Entry(score: $0, cluster: 0, other: 0) },
            nonMated: nonMated.map { Entry(score: $0, cluster: 0, other: 0) })
    }

    package var matedCount: Int { mated.count }
    package var nonMatedCount: Int { nonMated.count }

    /// Ascending.
    package var matedScores: [Float] { mated.map(\.score) }
    /// Descending.
    package var nonMatedScores: [Float] { nonMated.map(\.score) }
}
