import TamgaMatcher

/// One motion refined to its score: pair, refit, pair again, then bend and pair by turns.
struct PlainRefinement: Sendable {
    private(set) var motion: RigidMotion
    private(set) var pairs: [PlainPairing.Pair]
    /// Where the probe's minutiae came to lie in the reference's frame, pixels.
    private(set) var places: [SIMD2<Float>]
    private(set) var score: PlainScore

    init(_ start: RigidMotion, probe a: PlainPoints, reference b: PlainPoints, matrix: PlainSimilarity) {
        motion = start
        for gate in [MatcherConstants.coarsePairing, MatcherConstants.finePairing] {
            let places = a.places.map(motion.apply)
            let pairing = PlainPairing(
                places: places, rotation: motion.rotation, gate: gate, probe: a, reference: b, matrix: matrix)
            motion = Self.refit(pairing.pairs, gate, a, b, matrix) ?? motion
        }
        let rigid = a.places.map(motion.apply)
        let anchors = PlainPairing(
            places: rigid, rotation: motion.rotation, gate: MatcherConstants.finePairing, probe: a, reference: b,
            matrix: matrix)
        pairs = anchors.pairs
        places = rigid
        for _ in 0..<MatcherConstants.elasticRounds {
            places = Self.bend(places, by: pairs, towards: b)
            pairs = PlainPairing(
                places: places, rotation: motion.rotation, gate: MatcherConstants.elasticPairing, probe: a,
                reference: b, matrix: matrix
            ).pairs
        }
        score = PlainScore(pairs, places: places, probe: a, reference: b, matrix: matrix)
    }

    private static func refit(
        _ pairs: [PlainPairing.Pair], _ gate: PairingGate, _ a: PlainPoints, _ b: PlainPoints,
        _ matrix: PlainSimilarity
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
        _ places: [SIMD2<Float>], by pairs: [PlainPairing.Pair], towards b: PlainPoints
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
}
