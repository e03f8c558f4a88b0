import TamgaMatcher

/// What a pairing is worth: the sum of its pairs, measured by how many there should have been.
///
/// `score = sqrt(sum w) x sum(w x likeness) / (overlap + 1.5)`. A pair weighs by how near it lies and by the
/// evidence of its minutiae; the overlap counts, by their presence, the minutiae of each finger that lie where the
/// other was seen. docs/MATCHING.md has how the form was found.
struct PlainScore: Hashable, Sendable {
    /// Sum of the weights of the pairs.
    var weight: Float = 0
    /// Sum of the weights times the likeness of the signatures.
    var likeness: Float = 0
    /// Minutiae that should be paired: the geometric mean of both fingers.
    var overlap: Float = 0

    /// The raw score, 0 or more.
    var score: Float { weight.squareRoot() * likeness / (overlap + MatcherConstants.overlapOffset) }

    /// - Parameter places: where the minutiae of the probe lie in the reference's frame. Complexity: O(n^2).
    init(
        _ pairs: [PlainPairing.Pair], places: [SIMD2<Float>], probe a: PlainPoints, reference b: PlainPoints,
        matrix: PlainSimilarity
    ) {
        for pair in pairs {
            let weight = Self.weight(of: pair, a, b)
            self.weight += weight
            likeness += weight * matrix.likeness(pair.probe, pair.reference)
        }
        let ofProbe = Self.presence(of: places, a.reliability, within: PlainHull(b.places))
        let ofReference = Self.presence(of: b.places, b.reliability, within: PlainHull(places))
        overlap = (ofProbe * ofReference).squareRoot()
    }

    private static func weight(of pair: PlainPairing.Pair, _ a: PlainPoints, _ b: PlainPoints) -> Float {
        let near = ExactMath.expNegative(
            pair.squaredDistance / MatcherConstants.placeDecay + pair.angle * pair.angle / MatcherConstants.angleDecay)
        return near * a.reliability.evidence[pair.probe] * b.reliability.evidence[pair.reference]
    }

    private static func presence(
        of places: [SIMD2<Float>], _ reliability: PlainReliability, within hull: PlainHull
    ) -> Float {
        var total: Float = 0
        for (index, place) in places.enumerated() where hull.depth(place) >= -MatcherConstants.hullDilation {
            total += reliability.presence[index]
        }
        return total
    }
}
