/// A rotation and a translation that carry points of the probe onto the reference.
package struct RigidMotion: Sendable, Hashable {
    package var cosine: Float
    package var sine: Float
    package var shift: SIMD2<Float>
    /// Radians, in (-pi, pi].
    package var rotation: Float

    @inline(__always)
    package func apply(_ point: SIMD2<Float>) -> SIMD2<Float> {
        SIMD2(cosine * point.x - sine * point.y, sine * point.x + cosine * point.y) + shift
    }

    /// The motion about one pair: rotate by `steps` of 1/256 turn and carry `from` onto `to`.
    package init(steps: UInt8, from: SIMD2<Float>, to: SIMD2<Float>) {
        let turn = TurnTable.halfSteps[2 * Int(steps)]
        cosine = turn.x
        sine = turn.y
        shift = to - SIMD2(turn.x * from.x - turn.y * from.y, turn.y * from.x + turn.x * from.y)
        rotation = Float(Int8(bitPattern: steps)) * TurnTable.radiansPerStep
    }

    /// The weighted least-squares motion of point pairs; nil where they leave the rotation undetermined.
    ///
    /// Source: Umeyama, IEEE TPAMI 13(4), 1991, in two dimensions without scale.
    package init?(fitting pairs: some Sequence<WeightedPair>) {
        var total: Float = 0
        var meanFrom = SIMD2<Float>.zero
        var meanTo = SIMD2<Float>.zero
        for pair in pairs {
            total += pair.weight
            meanFrom += pair.from * pair.weight
            meanTo += pair.to * pair.weight
        }
        guard total > 0 else { return nil }
        meanFrom /= total
        meanTo /= total
        var dot: Float = 0
        var cross: Float = 0
        for pair in pairs {
            let from = pair.from - meanFrom
            let to = pair.to - meanTo
            dot += pair.weight * (from.x * to.x + from.y * to.y)
            cross += pair.weight * (from.x * to.y - from.y * to.x)
        }
        let length = (dot * dot + cross * cross).squareRoot()
        guard length > 1e-3 else { return nil }
        cosine = dot / length
        sine = cross / length
        rotation = ExactMath.atan2(sine, cosine)
        shift = meanTo - SIMD2(cosine * meanFrom.x - sine * meanFrom.y, sine * meanFrom.x + cosine * meanFrom.y)
    }
}

/// Two points that should coincide after a motion, and how much that matters.
package struct WeightedPair: Sendable {
    package var from: SIMD2<Float>
    package var to: SIMD2<Float>
    package var weight: Float

    package init(from: SIMD2<Float>, to: SIMD2<Float>, weight: Float) {
        self.from = from
        self.to = to
        self.weight = weight
    }
}
