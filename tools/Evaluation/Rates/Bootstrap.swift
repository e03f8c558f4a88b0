import TamgaGallery
import TamgaSynthesis

/// 95 % confidence intervals by a bootstrap that draws clusters (fingers, or persons) with replacement.
///
/// Comparisons of one finger are not independent, so whole fingers are drawn, within each database as many as it
/// has. The interval is the middle 95 % of the replicates. The same seed gives the same interval on any number of
/// threads.
package struct Bootstrap: Hashable, Sendable {
    package var replicates: Int
    package var seed: UInt64

    package init(replicates: Int = 1_000, seed: UInt64 = 1) {
        self.replicates = replicates
        self.seed = seed
    }

    /// How often each cluster is drawn in one replicate; `strata` says for each cluster its database, below zero for
    /// one that takes no part.
    func multiplicity(_ replicate: Int, strata: [Int]) -> [Double] {
        var stream = SeededStream(seed: seed, path: 0x626f_6f74, UInt64(replicate))
        var drawn = [Double](repeating: 0, count: strata.count)
        let taking = strata.indices.filter { strata[$0] >= 0 }
        for (_, members) in Dictionary(grouping: taking, by: { strata[$0] }).sorted(by: { $0.key < $1.key }) {
            for _ in members { drawn[members[stream.uniform(0...members.count - 1)]] += 1 }
        }
        return drawn
    }

    /// The values of a statistic in every replicate, in order.
    func replicate<Value: Sendable>(
        strata: [Int], _ statistic: @Sendable ([Double]) -> Value
    ) -> [Value] {
        guard strata.contains(where: { $0 >= 0 }) else { return [] }
        return Parallel.map(count: replicates, workers: Parallel.cores) {
            statistic(multiplicity($0, strata: strata))
        }
    }
}

/// A 95 % confidence interval of a rate.
package struct Interval: Hashable, Sendable {
    package var low: Double
    package var high: Double

    package init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// The interval of a rate from its replicates; nil where the rate itself is not known.
    ///
    /// Where no error was seen at all no replicate has one either: the upper end is then the rate at which so many
    /// independent attempts without an error have a chance of 5 % (the rule of three, exactly).
    ///
    /// - Parameter attempts: impressions that were compared with their mates, each counted once.
    init?(rate: Double?, replicates: [Double?], attempts: Int) {
        let sorted = replicates.compactMap(\.self).sorted()
        guard let rate, !sorted.isEmpty, attempts > 0 else { return nil }
        self.init(low: Self.quantile(0.025, of: sorted), high: Self.quantile(0.975, of: sorted))
        if rate == 0, high == 0 { high = 1 - PortableMath.exponential(PortableMath.logarithm(0.05) / Double(attempts)) }
    }

    private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        let place = share * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }
}
