/// Scores of several fingers of one person made one.
public enum Fusion {
    /// The fused score, again -log10 of an estimated false match rate.
    ///
    /// Minus twice the sum of the logarithms of k independent false match rates is chi-squared with 2k degrees of
    /// freedom (Fisher, Statistical Methods for Research Workers, 1932), so two scores of 3 are not 6: finding such a
    /// sum by chance is easier than that. Fingers of one person are not independent (the same skin, the same hand on
    /// the glass): with a correlation r the sum is taken for c = 1 + (k - 1) r times a chi-squared one of 2k/c degrees
    /// of freedom (Brown, Biometrics 31, 1975; Kost and McDermott, Statistics and Probability Letters 60, 2002).
    ///
    /// - Parameter scores: one for each finger compared, in the order of the probe; 0 or more.
    public static func fuse(_ scores: [Float]) -> Float {
        guard scores.count > 1 else { return scores.first ?? 0 }
        let x = scores.reduce(0.0) { $0 + Double(max(0, $1)) } * Decades.ln10
        let stretch = 1 + Double(scores.count - 1) * correlation
        return Float(max(0, GammaTail.decades(shape: Double(scores.count) / stretch, at: x / stretch)))
    }

    /// Correlation of the scores of two fingers of the same two persons in the same two captures. Measured: 0.06 and
    /// 0.07 on the two sets of ten fingers, and more in the tail, where this keeps two, four and ten fingers at their
    /// promise (docs/MATCHING.md).
    package static let correlation = 0.1

    /// The score of the best of several comparisons made for one finger: each is another chance of a false match.
    ///
    /// - Parameters:
    ///   - best: the best comparison score.
    ///   - count: comparisons made, 1 or more.
    public static func best(_ best: Float, of count: Int) -> Float {
        guard count > 1 else { return best }
        return Float(max(0, Double(best) - ExactMath.ln(Double(count)) / Decades.ln10))
    }

    /// The same for a palm, whose tiles are what was compared. The scale of scores was measured on fingers; straight
    /// ridges side by side are more alike, and `palmMargin` is taken off for that.
    public static func bestOfPalm(_ best: Float, of count: Int) -> Float {
        max(0, Self.best(best, of: count) - palmMargin)
    }

    /// Decades by which strangers' palms score above the promise of the scale. Measured on synthetic palms, where it
    /// keeps them at their promise (docs/MATCHING.md).
    package static let palmMargin: Float = 0.7
}
