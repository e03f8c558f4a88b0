/// Real against synthetic, statistic by statistic.
package struct RealismReport: Sendable, Encodable {
    /// One statistic.
    package struct Row: Sendable, Encodable {
        package var group: String
        package var name: String
        package var real: Double
        /// Lowest and highest among the real sets.
        package var least: Double
        package var most: Double
        package var realInterval: [Double]?
        package var synthetic: Double
        package var syntheticInterval: [Double]?

        /// (synthetic - real) / real.
        package var difference: Double { real == 0 ? 0 : synthetic / real - 1 }
        /// Whether the synthetic value lies within a tenth of the real one.
        package var agrees: Bool { difference.magnitude <= RealismReport.tolerance }
        /// Whether it lies among the real sets.
        package var isAmongSets: Bool { synthetic >= least && synthetic <= most }

        private enum Key: String, CodingKey {
            case group, name, real, least, most, realInterval, synthetic, syntheticInterval, difference, agrees
        }

        package func encode(to encoder: any Encoder) throws {
            var box = encoder.container(keyedBy: Key.self)
            try box.encode(group, forKey: .group)
            try box.encode(name, forKey: .name)
            try box.encode(real, forKey: .real)
            try box.encode(least, forKey: .least)
            try box.encode(most, forKey: .most)
            try box.encodeIfPresent(realInterval, forKey: .realInterval)
            try box.encode(synthetic, forKey: .synthetic)
            try box.encodeIfPresent(syntheticInterval, forKey: .syntheticInterval)
            try box.encode(difference, forKey: .difference)
            try box.encode(agrees, forKey: .agrees)
        }
    }

    package let rows: [Row]
    package let sets: [String]

    /// The share by which a synthetic value may differ from the real one.
    package static let tolerance = 0.1
    /// False match rates at which the non-mated score is compared, and shares of the mated scores.
    package static let rates = [1e-1, 1e-2, 1e-3, 1e-4]
    package static let shares = [0.05, 0.1, 0.25, 0.5, 0.75]

    private typealias Statistic = (group: String, name: String, value: @Sendable (Measurement) -> Double?)

    /// - Parameter sets: the same real samples as in `real`, set by set.
    package init(real: Measurement, sets: [Measurement], synthetic: Measurement, resamples: Int) {
        let intervals = [real, synthetic].map { Self.intervals($0, resamples: resamples) }
        rows = Self.statistics.compactMap { statistic in
            guard let value = statistic.value(real), let made = statistic.value(synthetic) else { return nil }
            let each = sets.compactMap(statistic.value)
            return Row(
                group: statistic.group, name: statistic.name, real: value, least: each.min() ?? value,
                most: each.max() ?? value, realInterval: intervals[0][statistic.name], synthetic: made,
                syntheticInterval: intervals[1][statistic.name])
        }
        self.sets = sets.map { "\($0.name): \($0.fingers) fingers, \($0.templates) templates" }
    }

    private static func intervals(_ measurement: Measurement, resamples: Int) -> [String: [Double]] {
        guard resamples > 0 else { return [:] }
        let mated = measurement.intervals(mated: true, shares: shares, resamples: resamples, seed: 1)
        let other = measurement.intervals(
            mated: false, shares: rates.reversed().map { 1 - $0 }.sorted(), resamples: resamples, seed: 2)
        let names = shares.map(matedName) + rates.map(rateName)
        return Dictionary(zip(names, (mated + other).map { [$0.lowerBound, $0.upperBound] })) { first, _ in first }
    }

    private static func rateName(_ rate: Double) -> String { "score at FMR \(rate)" }
    private static func matedName(_ share: Double) -> String { "score at \(Int(share * 100)) %" }

    private static let statistics: [Statistic] = impressions + directions + scores

    private static let impressions: [Statistic] = [
        ("minutiae", "mean number", { mean($0.impressions.counts) }),
        ("minutiae", "10 % have fewer than", { quantile($0.impressions.counts, 0.1) }),
        ("minutiae", "90 % have fewer than", { quantile($0.impressions.counts, 0.9) }),
        ("minutiae", "share of endings", { Double($0.impressions.endings) / Double(max(1, $0.impressions.minutiae)) }),
        ("nearest neighbour", "mean distance, px", { mean($0.impressions.nearest) }),
        ("nearest neighbour", "25 % nearer than, px", { quantile($0.impressions.nearest, 0.25) }),
        ("nearest neighbour", "median distance, px", { quantile($0.impressions.nearest, 0.5) }),
        ("nearest neighbour", "75 % nearer than, px", { quantile($0.impressions.nearest, 0.75) }),
        ("outline", "share of minutiae", { Double($0.impressions.outer) / Double(max(1, $0.impressions.minutiae)) }),
        (
            "outline", "share that points inwards",
            { Double($0.impressions.inward) / Double(max(1, $0.impressions.outer)) }
        ),
    ]

    private static let directions: [Statistic] = (1...5).map { index in
        let bounds = "\(Int(ImpressionStatistics.radii[index]))-\(Int(ImpressionStatistics.radii[index + 1])) px"
        return ("direction", "mean cos 2(turn), \(bounds)", { measurement in
            let ring = measurement.impressions.rings[index]
            return ring.pairs > 0 ? ring.doubled / ring.pairs : nil
        })
    }

    private static let scores: [Statistic] =
        rates.map { rate in ("non-mated score", rateName(rate), { $0.score(atFMR: rate) }) }
        + shares.map { share in ("mated score", matedName(share), { $0.matedQuantile(share) }) }

    private static func mean(_ values: [Double]) -> Double {
        values.reduce(0, +) / Double(max(1, values.count))
    }

    private static func quantile(_ values: [Double], _ share: Double) -> Double? {
        let sorted = values.sorted()
        return sorted.isEmpty ? nil : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
    }
}
