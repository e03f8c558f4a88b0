internal import TamgaKernels

/// S3: do the most similar minutiae also lie as one finger would have them?
///
/// Of the 32 nearest pairs, each in turn is taken for the pivot of a rotation; the others count by how near
/// they come. Far cheaper than B.
package enum GeometryScore {
    /// Square root of a number of minutiae plus 12: makes scores of small and large fingers comparable.
    package static func normal(_ count: Int) -> Float { (MatcherConstants.normalOffset + Float(count)).squareRoot() }
}

extension ComparisonWorkspace {
    /// The score, normalised like S1. Complexity: O(n^2 + 32^2).
    func preselect(_ probe: PreparedFinger, _ other: DescriptorView, gate: Int) -> Float {
        support(chooseNearest(probe, other, gate: gate)) / GeometryScore.normal(min(probe.count, other.count))
    }

    /// What supports each of the pivots goes to `strengths`. Returns the most.
    func support(_ count: Int) -> Float {
        let slope = MatcherConstants.s3Slope * MatcherConstants.s3Slope
        // SAFETY: columns of 64.
        return unsafe kernels.support(
            pivots.base, pivotWords.base, count, MatcherConstants.s3Rotation,
            MatcherConstants.s3Base * MatcherConstants.s3Base, slope, strengths.base)
    }

    /// Lists the 32 nearest pairs, weighed by the evidence of their minutiae.
    func chooseNearest(_ probe: PreparedFinger, _ other: DescriptorView, gate: Int) -> Int {
        let tables = ComparisonTables.shared
        let keys = scratchWords.column(1)
        // SAFETY: the scratch column has room for 64 keys, the list for all pairs.
        let count = unsafe kernels.nearest(
            probe.signatures, probe.angles.base, probe.count, other.signatures, other.angles, other.count, gate,
            MatcherConstants.s1Distance, MatcherConstants.s3Pairs, referenceIndex.base, near.pairs.base, keys.base)
        let (xs, ys) = (probe.points.column(PointColumns.x), probe.points.column(PointColumns.y))
        for index in 0..<count {
            let key = keys[index]
            let (i, j) = (Int(key >> 8 & 255), Int(key & 255))
            // SAFETY: j is below the view's count.
            let (word, angle) = unsafe (other.places[j], other.angles[j])
            let place = PackedPlace(word: word)
            let turn = Int(angle &- probe.angles[i])
            pivots[index] =
                tables.geometry[Int(key >> 16)] * probe.evidence[i] * tables.weights[Int(place.qualityClass)]
            pivots.column(PivotColumns.fromX)[index] = xs[i]
            pivots.column(PivotColumns.fromY)[index] = ys[i]
            pivots.column(PivotColumns.toX)[index] = Float(place.x)
            pivots.column(PivotColumns.toY)[index] = Float(place.y)
            pivots.column(PivotColumns.cosine)[index] = tables.turns[4 * turn]
            pivots.column(PivotColumns.sine)[index] = tables.turns[4 * turn + 1]
            pivotWords.column(PivotColumns.turn)[index] = UInt32(turn)
            pivotWords.column(PivotColumns.probe)[index] = UInt32(i)
        }
        return count
    }
}
