/// Pairs that agree strengthen each other.
public enum Relaxation {
    /// Each round: a pair keeps half its strength, and gets `sum over u of agreement x strength of u / (2 divisor)`.
    ///
    /// - Parameters:
    ///   - matrix: `count` rows of 64 floats, symmetric, 0 beyond `count`.
    ///   - strengths: a column; `count` of it are read, all 64 written.
    /// - Complexity: O(rounds x count).
    @inline(never)
    public static func run(
        _ matrix: UnsafeMutablePointer<Float>, count: Int, rounds: Int, divisor: Float,
        strengths: UnsafeMutablePointer<Float>
    ) {
        // SAFETY: the pointers hold what is said above.
        let (matrix, strengths) = unsafe (Floats(matrix), Floats(strengths))
        let share = 2 * divisor
        for _ in 0..<rounds {
            var (a, b, c, d) = (Lanes16.zero, Lanes16.zero, Lanes16.zero, Lanes16.zero)
            // The matrix is symmetric: its rows are read as columns, so that each sum runs over u in order.
            for u in 0..<count {
                let row = u &* Vector.column
                let strength = strengths[u]
                a += matrix[lanes: row] * strength
                b += matrix[lanes: row &+ 16] * strength
                c += matrix[lanes: row &+ 32] * strength
                d += matrix[lanes: row &+ 48] * strength
            }
            strengths[lanes: 0] = strengths[lanes: 0] / 2 + a / share
            strengths[lanes: 16] = strengths[lanes: 16] / 2 + b / share
            strengths[lanes: 32] = strengths[lanes: 32] / 2 + c / share
            strengths[lanes: 48] = strengths[lanes: 48] / 2 + d / share
        }
    }
}
