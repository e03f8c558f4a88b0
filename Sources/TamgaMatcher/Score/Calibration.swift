/// From a raw score of B to what an officer can use: -log10 of the estimated false match rate.
package enum Calibration {
    /// Raw scores of B and the -log10 of the share of non-mated comparisons that reach them: measured by `tamga-eval
    /// calibrate` on 253,952 non-mated comparisons of all development sets, every set weighing the same
    /// (docs/MATCHING.md). Fine at the lower end too, where most strangers score: fused fingers add up what is there.
    private static let knots: [(raw: Float, decades: Float)] = [
        (0, 0), (0.135, 0.05), (0.196, 0.2), (0.268, 0.5), (0.357, 1), (0.431, 1.5),
        (0.498, 2), (0.554, 2.5), (0.617, 3), (0.661, 3.5), (0.690, 4),
    ]
    /// Decades per unit of raw score beyond the last knot. The measured tail falls by 10 there and steeper; what is not
    /// measured (fingers that resemble each other as none here do) is met by believing 6.
    private static let slopeBeyond: Float = 6

    /// The comparison score of one pair of fingers, 0 or more: 3 means one false match in a thousand.
    ///
    /// Measured up to 4; above that it is an extrapolation that keeps the order.
    package static func comparisonScore(_ raw: Float) -> Float {
        for (low, high) in zip(knots, knots.dropFirst()) where raw < high.raw {
            let share = max(0, raw - low.raw) / (high.raw - low.raw)
            return low.decades + share * (high.decades - low.decades)
        }
        let last = knots[knots.count - 1]
        return last.decades + (raw - last.raw) * slopeBeyond
    }
}
