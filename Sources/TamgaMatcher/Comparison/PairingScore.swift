internal import TamgaKernels

/// What a pairing is worth: the sum of its pairs, measured by how many there should have been.
///
/// `score = sqrt(sum w) x sum(w x likeness) / (overlap + 1.5)`. A pair weighs by how near it lies and by the
/// evidence of its minutiae; the overlap counts, by their presence, the minutiae of each finger that lie where the
/// other was seen. docs/MATCHING.md has how the form was found.
package struct PairingScore: Hashable, Sendable {
    /// Sum of the weights of the pairs.
    package var weight: Float = 0
    /// Sum of the weights times the likeness of the signatures.
    package var likeness: Float = 0
    /// Minutiae that should be paired: the geometric mean of both fingers.
    package var overlap: Float = 0

    /// The raw score, 0 or more.
    package var score: Float { weight.squareRoot() * likeness / (overlap + MatcherConstants.overlapOffset) }
}

extension ComparisonWorkspace {
    /// The worth of the `count` pairs in `paired`, the probe lying as in `placed`. Complexity: O(n^2).
    func worth(
        _ count: Int, _ probe: PreparedFinger, _ other: DescriptorView, _ tables: ComparisonTables
    ) -> PairingScore {
        weigh(count, place: MatcherConstants.placeDecay, turn: MatcherConstants.angleDecay)
        let evidence = probe.points.column(PointColumns.evidence)
        let otherEvidence = reference.column(PointColumns.evidence)
        var worth = PairingScore()
        for index in 0..<count {
            let weight =
                pairedWeights[index] * evidence[paired.probe(index)] * otherEvidence[paired.reference(index)]
            worth.weight += weight
            worth.likeness += weight * tables.likeness[Int(paired.distances[index])]
        }
        let edges = hull(of: placed, probe.count, into: placedHull)
        let ofProbe = presence(probe.points, at: placed, probe.count, within: referenceHull, referenceEdges)
        let ofReference = presence(reference, at: reference, other.count, within: placedHull, edges)
        worth.overlap = (ofProbe * ofReference).squareRoot()
        return worth
    }

    /// The edges of the hull of places.
    func hull(of places: Floats, _ count: Int, into edges: Floats) -> Int {
        // SAFETY: columns of 64; corners of both chains fit two columns and the edges' room of two columns.
        unsafe kernels.hullOrder(places.base, count, scratchWords.base)
        return unsafe kernels.hullEdges(
            places.base, count, scratchWords.base, scratchWords.column(1).base, edges.base)
    }

    /// The presence of those minutiae of a finger that lie within a hull or near it.
    private func presence(
        _ finger: Floats, at places: Floats, _ count: Int, within edges: Floats, _ edgeCount: Int
    ) -> Float {
        // SAFETY: columns of 64.
        unsafe kernels.hullDepths(places.base, count, edges.base, edgeCount, scratch.base)
        let presence = finger.column(PointColumns.presence)
        var total: Float = 0
        for index in 0..<count where scratch[index] >= -MatcherConstants.hullDilation { total += presence[index] }
        return total
    }
}
