import TamgaMatcher

/// From candidate pairs to the few motions worth refining.
enum PlainAlignment {
    /// Up to `MatcherConstants.hypotheses` different motions, from the strongest pairs. Complexity: O(n^2).
    static func hypotheses(
        _ pairs: PlainCandidates, probe a: PlainPoints, reference b: PlainPoints
    ) -> [RigidMotion] {
        let compatibility = PlainCompatibility(pairs, probe: a, reference: b)
        let strengths = compatibility.relaxed(pairs.similarity)
        let order = (0..<pairs.count).sorted { (-strengths[$0], $0) < (-strengths[$1], $1) }
        var motions: [RigidMotion] = []
        for pivot in order.prefix(3 * MatcherConstants.hypotheses) {
            let motion = fit(pivot, pairs, compatibility, strengths, a, b)
            if !motions.contains(where: { isNear($0, motion, at: a.places[pairs.probe[pivot]]) }) {
                motions.append(motion)
            }
            if motions.count == MatcherConstants.hypotheses { break }
        }
        return motions
    }

    private static func fit(
        _ pivot: Int, _ pairs: PlainCandidates, _ compatibility: PlainCompatibility, _ strengths: [Float],
        _ a: PlainPoints, _ b: PlainPoints
    ) -> RigidMotion {
        let supporters = (0..<pairs.count).lazy.filter {
            $0 == pivot || compatibility[pivot, $0] > MatcherConstants.supportCompatibility
        }.map { u in
            WeightedPair(
                from: a.places[pairs.probe[u]], to: b.places[pairs.reference[u]],
                weight: strengths[u] * (u == pivot ? 1 : compatibility[pivot, u]))
        }
        return RigidMotion(fitting: supporters)
            ?? RigidMotion(
                steps: pairs.turn[pivot], from: a.places[pairs.probe[pivot]],
                to: b.places[pairs.reference[pivot]])
    }

    /// Within 12 pixels at the pivot and 0.15 rad of each other.
    static func isNear(_ one: RigidMotion, _ other: RigidMotion, at place: SIMD2<Float>) -> Bool {
        let apart = one.apply(place) - other.apply(place)
        return (apart * apart).sum() < 144 && abs(ExactMath.wrap(one.rotation - other.rotation)) < 0.15
    }
}

extension PlainAlignment {
    /// How many minutiae of the probe land near one of the reference: a soft count that ranks motions.
    static func softCount(
        _ motion: RigidMotion, _ matrix: PlainSimilarity, probe a: PlainPoints, reference b: PlainPoints
    ) -> Float {
        var total: Float = 0
        for i in 0..<a.count {
            let place = motion.apply(a.places[i])
            var best: Float = 0
            for j in 0..<b.count {
                let apart = b.places[j] - place
                let squared = (apart * apart).sum()
                guard squared < 484 else { continue }
                let angle = ExactMath.wrap(
                    ExactMath.wrap(a.directions[i] + motion.rotation) - b.directions[j])
                let exponent = squared / 200 + angle * angle / 0.18
                guard exponent < 8 else { continue }
                let weight = ExactMath.expNegative(exponent) * (0.3 + 0.7 * matrix[i, j])
                best = max(best, weight)
            }
            total += best
        }
        return total
    }
}
