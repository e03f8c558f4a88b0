/// S3's question: taking one pair for the pivot of a rotation, how near do the others come?
public enum PivotSupport {
    /// Writes what supports each pivot, and says the largest, 0 for no pairs.
    ///
    /// A pivot's is its weight and, of each pair of another minutia that turns alike and whose error is within
    /// `base + slope x squared distance` (pixels^2), `weight x (1 - error^2 / limit)`, added up in the pairs' order.
    ///
    /// - Parameters:
    ///   - reach: largest difference of rotation, 1/256 turn.
    ///   - supports: a column; whole vectors are written, what lies beyond `count` means nothing.
    /// - Complexity: O(count^2), count <= 64.
    @inline(never)
    public static func best(
        floats: UnsafeMutablePointer<Float>, words: UnsafeMutablePointer<UInt32>, count: Int, reach: Int, base: Float,
        slope: Float, into supports: UnsafeMutablePointer<Float>
    ) -> Float {
        // SAFETY: columns of 64, as said above.
        let (floats, words, supports) = unsafe (Floats(floats), Words(words), Floats(supports))
        let reach = UInt32(truncatingIfNeeded: reach)
        let width = Words16(repeating: 2 &* reach)
        var best = Lanes16.zero
        for block in 0..<Vector.blocks(count) {
            let first = block &* Vector.width
            let fromX = floats.column(PivotColumns.fromX)[lanes: first]
            let fromY = floats.column(PivotColumns.fromY)[lanes: first]
            let toX = floats.column(PivotColumns.toX)[lanes: first]
            let toY = floats.column(PivotColumns.toY)[lanes: first]
            let cosine = floats.column(PivotColumns.cosine)[lanes: first]
            let sine = floats.column(PivotColumns.sine)[lanes: first]
            let turns = words.column(PivotColumns.turn)[lanes: first] &- Words16(repeating: reach)
            let probes = words.column(PivotColumns.probe)[lanes: first]
            var sum = floats[lanes: first]
            for other in 0..<count {
                let x = floats.column(PivotColumns.fromX)[other] - fromX
                let y = floats.column(PivotColumns.fromY)[other] - fromY
                let errorX = (cosine * x - sine * y) - (floats.column(PivotColumns.toX)[other] - toX)
                let errorY = (sine * x + cosine * y) - (floats.column(PivotColumns.toY)[other] - toY)
                let squared = errorX * errorX + errorY * errorY
                let limit = base + slope * (x * x + y * y)
                let apart = (Words16(repeating: words.column(PivotColumns.turn)[other]) &- turns) & 255
                let theirs = Words16(repeating: words.column(PivotColumns.probe)[other])
                let counts = (squared .< limit) .& (apart .<= width) .& (probes .!= theirs)
                let share = floats[other] * (1 - squared / limit)
                sum += Vector.keep(counts, share)
            }
            supports[lanes: first] = sum
            let held = Vector.lanes .< Vector.words(count &- first)
            best = Vector.larger(best, Vector.keep(held, sum))
        }
        var largest: Float = 0
        for lane in 0..<Vector.width where best[lane] > largest { largest = best[lane] }
        return largest
    }
}
