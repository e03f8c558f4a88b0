/// Scores of several fingers of one person made one.
public enum Fusion {
    /// The fused score, again -log10 of an estimated false match rate.
    ///
    /// Under independence the product of k uniform false match rates has the tail
    /// `e^-x (1 + x + ... + x^(k-1)/(k-1)!)`, x the sum of -ln (Fisher, Statistical Methods for Research Workers,
    /// 1932), so a sum of two scores of 3 is not 6: finding it by chance is easier than that.
    ///
    /// - Parameter scores: one for each finger compared, in the order of the probe; 0 or more.
    public static func fuse(_ scores: [Float]) -> Float {
        guard scores.count > 1 else { return scores.first ?? 0 }
        let x = scores.reduce(0.0) { $0 + Double(max(0, $1)) } * ln10
        var term = 1.0
        var sum = 1.0
        for order in 1..<scores.count {
            term = term * x / Double(order)
            sum += term
        }
        return Float(max(0, (x - ExactMath.ln(sum)) / ln10))
    }

    /// The score of the best of several comparisons made for one finger: each is another chance of a false match.
    ///
    /// - Parameters:
    ///   - best: the best comparison score.
    ///   - count: comparisons made, 1 or more.
    public static func best(_ best: Float, of count: Int) -> Float {
        guard count > 1 else { return best }
        return Float(max(0, Double(best) - ExactMath.ln(Double(count)) / ln10))
    }

    private static let ln10 = 2.302585092994046
}
