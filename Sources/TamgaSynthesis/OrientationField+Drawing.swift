extension OrientationField {
    /// Draws a field of a class for a finger of a size (1 is an average index finger).
    static func draw(
        _ pattern: PatternClass, size: Double, variety: Double, stream: inout SeededStream
    ) -> OrientationField {
        var field = OrientationField(singularities: [], arching: Arching(), drift: Drift())
        switch pattern {
        case .arch: field.arching = drawArching(&stream)
        case .tentedArch: field.singularities = tentedArch(&stream)
        case .leftLoop: field.singularities = loop(side: 1, &stream)
        case .rightLoop: field.singularities = loop(side: -1, &stream)
        case .whorl: field.singularities = whorl(spread: 6, &stream)
        case .doubleLoop: field.singularities = whorl(spread: 26, &stream)
        }
        for index in field.singularities.indices {
            field.singularities[index].position = field.singularities[index].position * size
        }
        field.drift = drawDrift(variety, &stream)
        return field
    }

    private static func drawArching(_ stream: inout SeededStream) -> Arching {
        Arching(
            strength: stream.uniform(0.6...1.0), width: stream.uniform(45...80),
            level: stream.uniform(-100 ... -40), rise: stream.uniform(30...55))
    }

    private static func drawDrift(_ v: Double, _ stream: inout SeededStream) -> Drift {
        Drift(
            x: stream.normal(sigma: 0.05 * v), y: stream.normal(sigma: 0.05 * v), xx: stream.normal(sigma: 0.08 * v),
            xy: stream.normal(sigma: 0.12 * v), yy: stream.normal(sigma: 0.08 * v))
    }

    private static func tentedArch(_ stream: inout SeededStream) -> [Singularity] {
        let top = Vector(x: stream.normal(sigma: 8), y: stream.normal(18, sigma: 12))
        let below = Vector(x: stream.normal(sigma: 7), y: -stream.uniform(75...130))
        return [core(top, share: 0.7, &stream), delta(top + below, &stream)]
    }

    /// A loop whose delta lies on the given side (1 right, -1 left); it opens to the other.
    private static func loop(side: Double, _ stream: inout SeededStream) -> [Singularity] {
        let top = Vector(x: stream.normal(sigma: 10), y: stream.normal(25, sigma: 12))
        let aside = Vector(x: side * stream.uniform(65...115), y: -stream.uniform(145...215))
        return [core(top, share: 1, &stream), delta(top + aside, &stream)]
    }

    /// Two cores above each other and a delta on either side; `spread` moves the cores apart sideways.
    private static func whorl(spread: Double, _ stream: inout SeededStream) -> [Singularity] {
        let middle = Vector(x: stream.normal(sigma: 10), y: stream.normal(18, sigma: 12))
        let half = Vector(x: stream.normal(sigma: spread), y: stream.uniform(6...30))
        let left = Vector(x: -stream.uniform(85...130), y: -stream.uniform(150...215))
        let right = Vector(x: stream.uniform(85...130), y: -stream.uniform(150...215))
        return [
            core(middle + half, share: 0.8, &stream), core(middle - half, share: 0.2, &stream),
            delta(middle + left, &stream), delta(middle + right, &stream),
        ]
    }

    /// A core; `share` of the bend that makes the ridges above it follow the fingertip is its own.
    private static func core(_ position: Vector, share: Double, _ stream: inout SeededStream) -> Singularity {
        let bend = share * stream.normal(1.25, sigma: 0.15)
        let correction = AngularCorrection(
            cosine: -0.6 * bend + stream.normal(sigma: 0.05), sine: stream.normal(sigma: 0.1),
            cosine2: stream.normal(sigma: 0.05), sine2: -0.2 * bend + stream.normal(sigma: 0.05))
        return Singularity(position: position, isCore: true, correction: correction)
    }

    private static func delta(_ position: Vector, _ stream: inout SeededStream) -> Singularity {
        let correction = AngularCorrection(
            cosine: stream.normal(sigma: 0.1), sine: stream.normal(sigma: 0.1),
            cosine2: stream.normal(sigma: 0.05), sine2: stream.normal(sigma: 0.05))
        return Singularity(position: position, isCore: false, correction: correction)
    }
}
