/// How skin is drawn out of shape by one touch: a smooth displacement of low order, bounded by an amplitude.
package struct PlasticDistortion: Hashable, Sendable {
    /// Coefficients of x, y, xx, xy, yy for both axes, of the position over `reach`.
    private var terms: Terms
    private var bump: Bump
    private var scale: Double

    private static let reach = 150.0

    private struct Terms: Hashable {
        var x: Vector
        var y: Vector
        var xx: Vector
        var xy: Vector
        var yy: Vector

        func displacement(at p: Vector) -> Vector {
            x * p.x + y * p.y + xx * (p.x * p.x) + xy * (p.x * p.y) + yy * (p.y * p.y)
        }
    }

    private struct Bump: Hashable {
        var centre: Vector
        var push: Vector
        var width: Double

        func displacement(at point: Vector) -> Vector {
            push * PortableMath.exponential(-(point - centre).squaredLength / (2 * width * width))
        }
    }

    /// A distortion whose largest displacement over an area is the given one, pixels.
    init(amplitude: Double, over area: Ellipse, stream: inout SeededStream) {
        terms = Terms(
            x: stream.normalVector(sigma: 0.6), y: stream.normalVector(sigma: 0.6), xx: stream.normalVector(sigma: 1),
            xy: stream.normalVector(sigma: 1), yy: stream.normalVector(sigma: 1))
        let place = Vector(angle: stream.uniform(0...(2 * Double.pi)))
        bump = Bump(
            centre: area.point(share: stream.uniform(0...0.9), direction: place),
            push: stream.normalVector(sigma: 1), width: stream.uniform(45...90))
        scale = 1
        let largest = Self.samples(of: area).map { displacement(at: $0).length }.max() ?? 0
        scale = largest > 0 ? amplitude / largest : 0
    }

    /// Points on three rings and the centre of an area.
    private static func samples(of area: Ellipse) -> [Vector] {
        let rings = [1.0, 0.66, 0.33].flatMap { share in
            (0..<8).map { area.point(share: share, direction: Vector(angle: Double($0) * Double.pi / 4)) }
        }
        return rings + [area.centre]
    }

    package func displacement(at point: Vector) -> Vector {
        (terms.displacement(at: point * (1 / Self.reach)) + bump.displacement(at: point)) * scale
    }

    func moved(_ point: Vector) -> Vector { point + displacement(at: point) }

    /// A direction after the distortion: carried along by its two ends, two pixels either way.
    func moved(direction: Vector, at point: Vector) -> Vector {
        let arm = direction * 2
        let (from, to) = (moved(point - arm), moved(point + arm))
        return to - from
    }
}
