import TamgaMatcher

/// The pairs of minutiae worth building an alignment from, best first.
struct PlainCandidates: Sendable {
    private(set) var probe: [Int] = []
    private(set) var reference: [Int] = []
    private(set) var similarity: [Float] = []
    /// Rotation each pair implies, 1/256 turn.
    private(set) var turn: [UInt8] = []

    var count: Int { probe.count }

    /// The 24 to 60 most similar pairs. Complexity: O(n^2 log n).
    init(_ matrix: PlainSimilarity, probe a: PlainPoints, reference b: PlainPoints) {
        var keys: [UInt64] = []
        for (index, value) in matrix.values.enumerated() where value > MatcherConstants.pairSimilarity {
            // Non-negative floats order as their bit patterns: most similar first, then by index.
            keys.append(UInt64(~value.bitPattern) << 32 | UInt64(index))
        }
        keys.sort()
        let wanted = min(max((a.count + b.count) / 2 + 8, MatcherConstants.fewestPairs), MatcherConstants.mostPairs)
        for key in keys.prefix(wanted) {
            let index = Int(key & 0xFFFF_FFFF)
            let (i, j) = (index / matrix.columns, index % matrix.columns)
            probe.append(i)
            reference.append(j)
            similarity.append(matrix.values[index])
            turn.append(b.steps[j] &- a.steps[i])
        }
    }
}
