/// The ridge orientation of one finger: a zero-pole model with angular corrections.
///
/// Orientation is half the sum of the angles under which a point sees the cores, less those of the deltas
/// (Sherlock and Monro, 1993). Each angle is bent by a low-order periodic correction, as Vizcaya and
/// Gerhardt (1996) do with a piecewise linear one, so that ridges follow the fingertip.
package struct OrientationField: Hashable, Sendable {
    package var singularities: [Singularity]
    /// The flow of a plain arch; strength 0 where cores and deltas make the pattern.
    var arching: Arching
    /// A slow individual drift of the orientation over the pad.
    var drift: Drift

    /// Ridge orientation at a point, radians counter-clockwise from the x axis; only its value modulo pi counts.
    package func angle(at point: Vector) -> Double {
        singularities.reduce(arching.angle(at: point) + drift.angle(at: point)) { sum, singularity in
            sum + singularity.angle(at: point)
        }
    }

    /// Change of the orientation along x and y, radians per pixel.
    package func gradient(at point: Vector) -> Vector {
        singularities.reduce(arching.gradient(at: point) + drift.gradient(at: point)) { sum, singularity in
            sum + singularity.gradient(at: point)
        }
    }

    /// Divergence of the unit vector along `angle`, per pixel: where ridges spread in its direction it is
    /// positive, and new ridges must begin there if their spacing is to stay what it is.
    func divergence(at point: Vector, along angle: Double) -> Double {
        let (unit, slope) = (Vector(angle: angle), gradient(at: point))
        return unit.x * slope.y - unit.y * slope.x
    }
}

extension OrientationField {
    /// A core (zero) or a delta (pole) of the field.
    package struct Singularity: Hashable, Sendable {
        package var position: Vector
        package var isCore: Bool
        var correction: AngularCorrection

        private var weight: Double { isCore ? 0.5 : -0.5 }

        func angle(at point: Vector) -> Double {
            let offset = point - position
            return weight * (offset.angle + correction.value(offset))
        }

        func gradient(at point: Vector) -> Vector {
            let offset = point - position
            let turn = weight * (1 + correction.slope(offset)) / max(offset.squaredLength, 4)
            return Vector(x: -offset.y * turn, y: offset.x * turn)
        }
    }

    /// A periodic function of the angle of an offset: what is added to that angle.
    struct AngularCorrection: Hashable, Sendable {
        var cosine = 0.0
        var sine = 0.0
        var cosine2 = 0.0
        var sine2 = 0.0

        private static func unit(_ offset: Vector) -> Vector {
            let length = offset.length
            return length > 0 ? offset * (1 / length) : Vector(x: 1, y: 0)
        }

        func value(_ offset: Vector) -> Double {
            let u = Self.unit(offset)
            return cosine * u.x + sine * u.y + cosine2 * (u.x * u.x - u.y * u.y) + sine2 * 2 * u.x * u.y
        }

        /// Derivative by the angle.
        func slope(_ offset: Vector) -> Double {
            let u = Self.unit(offset)
            let second = sine2 * (u.x * u.x - u.y * u.y) - cosine2 * 2 * u.x * u.y
            return sine * u.x - cosine * u.y + 2 * second
        }
    }
}
