import TamgaMatcher

/// Everything that is compared between real and synthetic fingers, of one set or of several pooled.
package struct Measurement: Sendable {
    package let name: String
    package let fingers: Int
    package let templates: Int
    package let impressions: ImpressionStatistics
    /// Raw scores, sorted from the lowest.
    package let mated: [Float]
    package let nonMated: [Float]
    /// Scores by finger pair, to draw from for intervals.
    private let pairs: [PairScore]
    private let names: [String]

    /// Compares all pairs within each set.
    ///
    /// - Complexity: about 0.1 ms for each pair of samples on one core.
    package init(name: String, sets: [SampleSet], scores: [[PairScore]]) {
        self.name = name
        templates = sets.reduce(0) { $0 + $1.samples.count }
        impressions = ImpressionStatistics(sets.flatMap { $0.samples.map(\.template) })
        var pooled: [PairScore] = []
        var fingers: [String] = []
        for (set, own) in zip(sets, scores) {
            pooled += own.map { pair in
                var moved = pair
                moved.one += fingers.count
                moved.other += fingers.count
                return moved
            }
            fingers += set.fingers
        }
        (pairs, names, self.fingers) = (pooled, fingers, fingers.count)
        mated = pooled.filter(\.isMated).map(\.score).sorted()
        nonMated = pooled.filter { !$0.isMated }.map(\.score).sorted()
    }

    /// The score that a share of the mated comparisons does not reach.
    package func matedQuantile(_ share: Double) -> Double { Self.quantile(mated, share) }

    /// The score that a share of the non-mated comparisons reaches; nil where too few were made to say.
    package func score(atFMR rate: Double) -> Double? {
        rate * Double(nonMated.count) < 8 ? nil : Self.quantile(nonMated, 1 - rate)
    }

    static func quantile(_ sorted: [Float], _ share: Double) -> Double {
        sorted.isEmpty ? 0 : Double(sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))])
    }
}

extension Measurement {
    /// 95 % intervals of score quantiles by a bootstrap over fingers: each resample draws fingers with
    /// replacement; a pair weighs the product of how often its two fingers were drawn (once for a mated pair).
    package func intervals(
        mated isMated: Bool, shares: [Double], resamples: Int, seed: UInt64
    ) -> [ClosedRange<Double>] {
        let chosen = pairs.filter { $0.isMated == isMated }.sorted { $0.score < $1.score }
        var random = SplitMix(state: seed)
        var draws = shares.map { _ in [Double]() }
        for _ in 0..<resamples {
            var times = [Int](repeating: 0, count: fingers)
            for _ in 0..<fingers { times[Int(random.next() % UInt64(max(fingers, 1)))] += 1 }
            let weights = chosen.map { isMated ? times[$0.one] : times[$0.one] * times[$0.other] }
            let total = Double(weights.reduce(0, +))
            var (sum, next) = (0.0, 0)
            for (weight, pair) in zip(weights, chosen) {
                sum += Double(weight)
                while next < shares.count, sum > shares[next] * total {
                    draws[next].append(Double(pair.score))
                    next += 1
                }
            }
        }
        return draws.map { values in
            let sorted = values.sorted()
            guard !sorted.isEmpty else { return 0...0 }
            return sorted[sorted.count / 40]...sorted[sorted.count * 39 / 40]
        }
    }
}

/// SplitMix64 for the bootstrap.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
