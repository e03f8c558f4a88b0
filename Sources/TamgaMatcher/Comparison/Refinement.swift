/// One motion refined to its score: pair, refit, pair again, bend, pair a last time.
package struct Refinement: Sendable {
    package private(set) var motion: RigidMotion
    package private(set) var pairs: [Pairing.Pair]
    package private(set) var score: Float

    package init(_ start: RigidMotion, probe a: FingerPoints, reference b: FingerPoints, matrix: SimilarityMatrix) {
        motion = start
        for gate in [MatcherConstants.coarsePairing, MatcherConstants.finePairing] {
            let places = a.places.map(motion.apply)
            let pairing = Pairing(
                places: places, rotation: motion.rotation, gate: gate, probe: a, reference: b, matrix: matrix)
            motion = Self.refit(pairing.pairs, gate, a, b, matrix) ?? motion
        }
        let rigid = a.places.map(motion.apply)
        let anchors = Pairing(
            places: rigid, rotation: motion.rotation, gate: MatcherConstants.finePairing, probe: a, reference: b,
            matrix: matrix)
        let bent = Self.bend(rigid, by: anchors.pairs, towards: b)
        pairs = Pairing(
            places: bent, rotation: motion.rotation, gate: MatcherConstants.elasticPairing, probe: a, reference: b,
            matrix: matrix
        ).pairs
        score = Self.score(pairs, matrix: matrix, overlap: Self.overlap(bent, b.places))
    }

    private static func refit(
        _ pairs: [Pairing.Pair], _ gate: PairingGate, _ a: FingerPoints, _ b: FingerPoints,
        _ matrix: SimilarityMatrix
    ) -> RigidMotion? {
        guard pairs.count > 1 else { return nil }
        return RigidMotion(
            fitting: pairs.map { pair in
                let exponent =
                    pair.squaredDistance / (gate.distance * gate.distance / 2)
                    + pair.angle * pair.angle / (gate.angle * gate.angle / 2)
                return WeightedPair(
                    from: a.places[pair.probe], to: b.places[pair.reference],
                    weight: ExactMath.expNegative(exponent) * (0.2 + matrix[pair.probe, pair.reference]))
            })
    }

    /// Shifts each place by the residuals of the pairs around it: a smooth plastic distortion.
    private static func bend(
        _ places: [SIMD2<Float>], by pairs: [Pairing.Pair], towards b: FingerPoints
    ) -> [SIMD2<Float>] {
        let residuals = pairs.map { (places[$0.probe], b.places[$0.reference] - places[$0.probe]) }
        let width = 2 * MatcherConstants.elasticSigma * MatcherConstants.elasticSigma
        return places.map { place in
            var total: Float = 0.5
            var shift = SIMD2<Float>.zero
            for (centre, residual) in residuals {
                let apart = centre - place
                let weight = ExactMath.expNegative((apart * apart).sum() / width)
                total += weight
                shift += residual * weight
            }
            return place + shift / total
        }
    }

    private static func score(_ pairs: [Pairing.Pair], matrix: SimilarityMatrix, overlap: Float) -> Float {
        var weights: Float = 0
        var similar: Float = 0
        for pair in pairs {
            let weight = ExactMath.expNegative(pair.squaredDistance / 72 + pair.angle * pair.angle / 0.125)
            weights += weight
            similar += weight * matrix[pair.probe, pair.reference]
        }
        return weights * similar / (overlap + MatcherConstants.overlapOffset)
    }

    /// The geometric mean of how many minutiae of each finger lie where the other was seen.
    private static func overlap(_ a: [SIMD2<Float>], _ b: [SIMD2<Float>]) -> Float {
        let ofA = ConvexHull(b).count(of: a, dilation: MatcherConstants.hullDilation)
        let ofB = ConvexHull(a).count(of: b, dilation: MatcherConstants.hullDilation)
        return Float(ofA * ofB).squareRoot()
    }
}
