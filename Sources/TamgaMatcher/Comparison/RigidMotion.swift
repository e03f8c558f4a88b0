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

/// Pairs in columns of a workspace: from x, y; to x, y; weight.
struct FittedPairs: Sequence, IteratorProtocol {
    private let columns: Floats
    private var count = 0
    private var read = 0

    init(_ columns: Floats) { self.columns = columns }

    mutating func append(_ pair: WeightedPair) {
        columns[count] = pair.from.x
        columns.column(1)[count] = pair.from.y
        columns.column(2)[count] = pair.to.x
        columns.column(3)[count] = pair.to.y
        columns.column(4)[count] = pair.weight
        count += 1
    }

    mutating func next() -> WeightedPair? {
        guard read < count else { return nil }
        defer { read += 1 }
        return WeightedPair(
            from: SIMD2(columns[read], columns.column(1)[read]),
            to: SIMD2(columns.column(2)[read], columns.column(3)[read]), weight: columns.column(4)[read])
    }
}

/// Motions in memory as the kernels read them: cosine, sine, shift x, shift y, rotation.
struct Motions {
    static let capacity = 8
    static let floatsEach = 8
    let floats: Floats

    subscript(index: Int) -> RigidMotion {
        get { RigidMotion(floats, at: index * Self.floatsEach) }
        nonmutating set { newValue.write(to: floats, at: index * Self.floatsEach) }
    }
}

extension RigidMotion {
    fileprivate init(_ floats: Floats, at index: Int) {
        cosine = floats[index]
        sine = floats[index + 1]
        shift = SIMD2(floats[index + 2], floats[index + 3])
        rotation = floats[index + 4]
    }

    func write(to floats: Floats, at index: Int) {
        floats[index] = cosine
        floats[index + 1] = sine
        floats[index + 2] = shift.x
        floats[index + 3] = shift.y
        floats[index + 4] = rotation
    }
}
