extension OrientationField {
    /// Ridges that rise towards the middle and fall again, flattening towards the base of the pad.
    struct Arching: Hashable, Sendable {
        /// Steepest slope, radians.
        var strength = 0.0
        /// Half width of the hill, pixels.
        var width = 60.0
        /// Height at which the hill has half its strength, and how fast it rises, pixels.
        var level = -60.0
        var rise = 40.0

        private func rising(_ y: Double) -> Double {
            1 / (1 + PortableMath.exponential((level - y) / rise))
        }

        func angle(at point: Vector) -> Double {
            guard strength != 0 else { return 0 }
            let reach = (point.x * point.x + width * width).squareRoot()
            return -strength * point.x / reach * rising(point.y)
        }

        func gradient(at point: Vector) -> Vector {
            guard strength != 0 else { return Vector(x: 0, y: 0) }
            let reach = (point.x * point.x + width * width).squareRoot()
            let height = rising(point.y)
            let acrossX = width * width / (reach * reach * reach) * height
            let acrossY = point.x / reach * height * (1 - height) / rise
            return Vector(x: -strength * acrossX, y: -strength * acrossY)
        }
    }

    /// A quadratic polynomial of the position over `reach`, radians.
    struct Drift: Hashable, Sendable {
        static let reach = 200.0

        var x = 0.0
        var y = 0.0
        var xx = 0.0
        var xy = 0.0
        var yy = 0.0

        func angle(at point: Vector) -> Double {
            let p = point * (1 / Self.reach)
            return x * p.x + y * p.y + xx * p.x * p.x + xy * p.x * p.y + yy * p.y * p.y
        }

        func gradient(at point: Vector) -> Vector {
            let p = point * (1 / Self.reach)
            return Vector(x: x + 2 * xx * p.x + xy * p.y, y: y + xy * p.x + 2 * yy * p.y) * (1 / Self.reach)
        }
    }
}
