import TamgaMatcher

/// S4: laid upon each other as S3 would have them, how much do two fingers cover each other?
enum PlainOverlay {
    /// The score, 0 or more. Complexity: O(n^2).
    static func score(_ probe: FingerDescriptor, _ reference: FingerDescriptor, maximumRotation: Int) -> Float {
        let matrix = PlainSimilarity(probe, reference, maximumRotation: maximumRotation)
        let (a, b) = (PlainPoints(probe), PlainPoints(reference))
        let pairs = PlainGeometry.nearestPairs(probe, reference, maximumRotation: maximumRotation)
        return motions(pairs).reduce(0) { best, motion in
            let covered = covered(motion, matrix, probe: a, reference: b)
            let overlap = overlap(a.places.map(motion.apply), probe: a, reference: b)
            return max(best, covered * covered.squareRoot() / (overlap + MatcherConstants.s4OverlapOffset))
        }
    }

    /// Of the pivots with the most support, those motions that differ.
    private static func motions(_ pairs: [PlainGeometry.Pair]) -> [RigidMotion] {
        let supports = pairs.map { PlainGeometry.support(of: $0, in: pairs) }
        let ranked = pairs.indices.sorted { (-supports[$0], $0) < (-supports[$1], $1) }
        var motions: [RigidMotion] = []
        for pivot in ranked.prefix(3 * MatcherConstants.s4Motions) {
            let motion = fit(pivot, pairs)
            if !motions.contains(where: { PlainAlignment.isNear($0, motion, at: pairs[pivot].from) }) {
                motions.append(motion)
            }
            if motions.count == MatcherConstants.s4Motions { break }
        }
        return motions
    }

    private static func fit(_ pivot: Int, _ pairs: [PlainGeometry.Pair]) -> RigidMotion {
        let supporters = pairs.indices.compactMap { index -> WeightedPair? in
            let share = index == pivot ? 1 : PlainGeometry.share(of: pairs[index], for: pairs[pivot])
            return share > 0
                ? WeightedPair(from: pairs[index].from, to: pairs[index].to, weight: pairs[index].weight * share) : nil
        }
        return RigidMotion(fitting: supporters)
            ?? RigidMotion(steps: pairs[pivot].turn, from: pairs[pivot].from, to: pairs[pivot].to)
    }

    private static func covered(
        _ motion: RigidMotion, _ matrix: PlainSimilarity, probe a: PlainPoints, reference b: PlainPoints
    ) -> Float {
        var total: Float = 0
        for i in 0..<a.count {
            let place = motion.apply(a.places[i])
            let direction = ExactMath.wrap(a.directions[i] + motion.rotation)
            var best: Float = 0
            for j in 0..<b.count {
                let apart = b.places[j] - place
                let squared = (apart * apart).sum()
                let angle = ExactMath.wrap(direction - b.directions[j])
                guard squared < MatcherConstants.nearSquared, abs(angle) < MatcherConstants.nearTurn else { continue }
                let near = ExactMath.expNegative(
                    squared / MatcherConstants.softPlace + angle * angle / MatcherConstants.softTurn)
                let evidence = a.reliability.evidence[i] * b.reliability.evidence[j]
                best = max(best, near * (0.3 + 0.7 * matrix[i, j]) * evidence)
            }
            total += best
        }
        return total
    }

    private static func overlap(
        _ places: [SIMD2<Float>], probe a: PlainPoints, reference b: PlainPoints
    ) -> Float {
        let ofProbe = presence(of: places, a.reliability, within: b.places)
        let ofReference = presence(of: b.places, b.reliability, within: places)
        return (ofProbe * ofReference).squareRoot()
    }

    /// The presence of those that lie in the upright rectangle of others, or near it.
    private static func presence(
        of places: [SIMD2<Float>], _ reliability: PlainReliability, within others: [SIMD2<Float>]
    ) -> Float {
        let (xs, ys) = (others.map(\.x), others.map(\.y))
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return 0 }
        let margin = MatcherConstants.s4Margin
        var total: Float = 0
        for (index, place) in places.enumerated()
        where place.x > left - margin && place.x < right + margin && place.y > top - margin
            && place.y < bottom + margin
        {
            total += reliability.presence[index]
        }
        return total
    }
}
