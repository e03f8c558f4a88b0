/// Error rates of a set of comparisons (ISO/IEC 19795-1): shares, 0 to 1.
struct ErrorRates: Codable, Sendable {
    var mated: Int
    var nonMated: Int
    var equalErrorRate: Double
    /// FNMR at the threshold where FMR is 1 % and 0.1 %.
    var fnmrAtOnePercent: Double
    var fnmrAtOnePerMille: Double
    /// The scores of those thresholds.
    var thresholdAtOnePerMille: Double

    init(_ comparisons: [Comparison]) {
        let genuine = comparisons.filter(\.isMated).map(\.score).sorted()
        let impostor = comparisons.filter { !$0.isMated }.map(\.score).sorted(by: >)
        mated = genuine.count
        nonMated = impostor.count
        func threshold(_ rate: Double) -> Float {
            impostor.isEmpty ? 0 : impostor[min(impostor.count - 1, Int(rate * Double(impostor.count)))]
        }
        func fnmr(_ threshold: Float) -> Double {
            // A comparison matches above the threshold; the threshold itself belongs to a non-mated score.
            Double(Self.lowerBound(genuine, threshold)) / Double(max(1, genuine.count))
        }
        fnmrAtOnePercent = fnmr(threshold(0.01))
        fnmrAtOnePerMille = fnmr(threshold(0.001))
        thresholdAtOnePerMille = Double(threshold(0.001))
        equalErrorRate = 1
        for index in impostor.indices {
            let (fmr, miss) = (Double(index) / Double(impostor.count), fnmr(impostor[index]))
            if fmr >= miss {
                equalErrorRate = (fmr + miss) / 2
                break
            }
        }
    }

    /// How many values are at most the threshold.
    private static func lowerBound(_ sorted: [Float], _ threshold: Float) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] <= threshold { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
