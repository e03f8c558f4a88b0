import TamgaMatcher

/// How well every two candidate pairs agree on one motion: a symmetric matrix of values 0 to 1.
struct PlainCompatibility: Sendable {
    let count: Int
    private(set) var values: [Float]

    /// Complexity: O(n^2) for n pairs.
    init(_ pairs: PlainCandidates, probe a: PlainPoints, reference b: PlainPoints) {
        count = pairs.count
        values = [Float](repeating: 0, count: count * count)
        for t in 0..<count {
            for u in t + 1..<max(count, t + 1) {
                guard pairs.probe[t] != pairs.probe[u], pairs.reference[t] != pairs.reference[u] else { continue }
                let value = Self.agreement(
                    from: a.places[pairs.probe[u]] - a.places[pairs.probe[t]],
                    to: b.places[pairs.reference[u]] - b.places[pairs.reference[t]],
                    turns: (pairs.turn[t], pairs.turn[u]))
                values[t * count + u] = value
                values[u * count + t] = value
            }
        }
    }

    /// `(1 - dl^2)(1 - dr^2)(1 - ds^2)`: length, rotation and direction of the line between the two pairs.
    private static func agreement(from: SIMD2<Float>, to: SIMD2<Float>, turns: (UInt8, UInt8)) -> Float {
        let apart = TurnTable.difference(turns.1, turns.0)
        let rotation = Float(abs(apart)) * TurnTable.radiansPerStep / MatcherConstants.rotationTolerance
        guard rotation < 1 else { return 0 }
        let fromLength = (from * from).sum().squareRoot()
        let toLength = (to * to).sum().squareRoot()
        let mean = (fromLength + toLength) / 2
        let length = abs(fromLength - toLength) / (MatcherConstants.lengthBase + MatcherConstants.lengthSlope * mean)
        guard length < 1, fromLength > 0, toLength > 0 else { return 0 }
        let middle = (2 * Int(turns.0) + apart) & 511
        let turn = TurnTable.halfSteps[middle]
        let turned = SIMD2(turn.x * from.x - turn.y * from.y, turn.y * from.x + turn.x * from.y)
        guard (turned * to).sum() > 0 else { return 0 }
        let sine = abs(turned.x * to.y - turned.y * to.x) / (fromLength * toLength)
        let direction = sine / min(0.7, 0.4 + 4 / (mean + 1))
        guard direction < 1 else { return 0 }
        return (1 - length * length) * (1 - rotation * rotation) * (1 - direction * direction)
    }

    @inline(__always)
    subscript(one: Int, other: Int) -> Float { values[one * count + other] }
}

extension PlainCompatibility {
    /// Lets pairs that agree strengthen each other. Source: the relaxation of MCC, section 4.2, in the form measured.
    func relaxed(_ similarity: [Float]) -> [Float] {
        var strengths = similarity
        let divisor = max(10, Float(count - 1))
        for _ in 0..<MatcherConstants.relaxationRounds {
            strengths = (0..<count).map { t in
                var support: Float = 0
                let row = t * count
                for u in 0..<count { support += values[row + u] * strengths[u] }
                return strengths[t] / 2 + support / (2 * divisor)
            }
        }
        return strengths
    }
}
