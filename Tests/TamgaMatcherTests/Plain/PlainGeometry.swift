import TamgaMatcher

/// S3: do the most similar minutiae also lie as one finger would have them?
///
/// Of the 32 nearest pairs, each in turn is taken for the pivot of a rotation; the others count by how near
/// they come. About a hundred times cheaper than B.
enum PlainGeometry {
    struct Pair {
        var weight: Float
        var from: SIMD2<Float>
        var to: SIMD2<Float>
        var turn: UInt8
        var probe: Int
    }

    /// The score, normalised like S1. Complexity: O(n^2 + 32^2).
    static func score(_ a: FingerDescriptor, _ b: FingerDescriptor, maximumRotation: Int) -> Float {
        let pairs = nearestPairs(a, b, maximumRotation: maximumRotation)
        var best: Float = 0
        for pivot in pairs { best = max(best, support(of: pivot, in: pairs)) }
        return best / normal(a.count, b.count)
    }

    /// Square root of the smaller number of minutiae plus 12: makes scores of small and large fingers comparable.
    static func normal(_ one: Int, _ other: Int) -> Float {
        (MatcherConstants.normalOffset + Float(min(one, other))).squareRoot()
    }

    static func nearestPairs(
        _ a: FingerDescriptor, _ b: FingerDescriptor, maximumRotation: Int
    ) -> [Pair] {
        var keys: [UInt32] = []
        for i in 0..<a.count {
            for j in 0..<b.count
            where abs(TurnTable.difference(a.angles[i], b.angles[j])) <= maximumRotation {
                let distance = a.distance(i, b, j)
                guard distance <= MatcherConstants.s1Distance else { continue }
                keys.append(UInt32(distance << 16 | i << 8 | j))
            }
        }
        keys.sort()
        let (xs, ys) = (a.xs, a.ys)
        let (toXs, toYs) = (b.xs, b.ys)
        let (of, by) = (a.qualities, b.qualities)
        return keys.prefix(MatcherConstants.s3Pairs).map { key in
            let (i, j) = (Int(key >> 8 & 255), Int(key & 255))
            return Pair(
                weight: weights[Int(key >> 16)] * evidence(of[i]) * evidence(by[j]),
                from: SIMD2(Float(xs[i]), Float(ys[i])),
                to: SIMD2(Float(toXs[j]), Float(toYs[j])), turn: b.angles[j] &- a.angles[i], probe: i)
        }
    }

    static func support(of pivot: Pair, in pairs: [Pair]) -> Float {
        pairs.reduce(pivot.weight) { $0 + $1.weight * share(of: $1, for: pivot) }
    }

    /// How far a pair supports a pivot, 0 to 1.
    static func share(of other: Pair, for pivot: Pair) -> Float {
        let turn = TurnTable.halfSteps[2 * Int(pivot.turn)]
        guard other.probe != pivot.probe else { return 0 }
        guard abs(TurnTable.difference(pivot.turn, other.turn)) <= MatcherConstants.s3Rotation else { return 0 }
        let from = other.from - pivot.from
        let turned = SIMD2(turn.x * from.x - turn.y * from.y, turn.y * from.x + turn.x * from.y)
        let error = turned - (other.to - pivot.to)
        let squared = (error * error).sum()
        let slope = MatcherConstants.s3Slope * MatcherConstants.s3Slope
        let limit = MatcherConstants.s3Base * MatcherConstants.s3Base + slope * (from * from).sum()
        return squared < limit ? 1 - squared / limit : 0
    }

    private static func evidence(_ quality: UInt8) -> Float { Reliability.evidenceByQuality[Int(quality)] }

    /// `((51 - h) / 51)^1.5` for Hamming distances 0 to 50.
    private static let weights: [Float] = (0...MatcherConstants.s1Distance).map { distance in
        let ratio = Float(51 - distance) / 51
        return ratio * ratio.squareRoot()
    }
}
