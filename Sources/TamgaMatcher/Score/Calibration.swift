/// From a raw score of B to what an officer can use: -log10 of the estimated false match rate.
package enum Calibration {
    /// Raw scores exceeded by 1 in 10^k non-mated comparisons, k the index: measured by `tamga-eval calibrate` on
    /// 253,952 non-mated comparisons of all development sets, every set weighing the same (docs/MATCHING.md).
    private static let knots: [Float] = [0, 0.341, 0.476, 0.592, 0.688]
    /// Decades per unit of raw score beyond the last knot. The measured tail falls by 10 there and steeper; what is not
    /// measured (fingers that resemble each other as none here do) is met by believing 6.
    private static let slopeBeyond: Float = 6

    /// The comparison score of one pair of fingers, 0 or more: 3 means one false match in a thousand.
    ///
    /// Measured up to 4; above that it is an extrapolation that keeps the order.
    package static func comparisonScore(_ raw: Float) -> Float {
        for index in 1..<knots.count where raw < knots[index] {
            let width = knots[index] - knots[index - 1]
            return Float(index - 1) + max(0, raw - knots[index - 1]) / width
        }
        return Float(knots.count - 1) + (raw - knots[knots.count - 1]) * slopeBeyond
    }
}
