/// A point or a displacement in a finger's own frame: pixels at 500 dpi, x to the right as one
/// looks at the print, y towards the fingertip, origin at the middle of the pad.
package struct Vector: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// The unit vector of an angle in radians, counter-clockwise from the x axis.
    package init(angle: Double) {
        (y, x) = PortableMath.sineAndCosine(angle)
    }

    package var angle: Double { PortableMath.arcTangent(y: y, x: x) }
    package var squaredLength: Double { x * x + y * y }
    package var length: Double { squaredLength.squareRoot() }

    /// The vector turned counter-clockwise by the angle of a unit vector.
    package func turned(by unit: Vector) -> Vector {
        Vector(x: x * unit.x - y * unit.y, y: x * unit.y + y * unit.x)
    }

    /// The unit vector of the opposite angle.
    package var conjugate: Vector { Vector(x: x, y: -y) }

    package static func + (a: Vector, b: Vector) -> Vector { Vector(x: a.x + b.x, y: a.y + b.y) }
    package static func - (a: Vector, b: Vector) -> Vector { Vector(x: a.x - b.x, y: a.y - b.y) }
    package static func * (a: Vector, s: Double) -> Vector { Vector(x: a.x * s, y: a.y * s) }
}

/// An ellipse with axes along x and y.
package struct Ellipse: Hashable, Sendable {
    package var centre: Vector
    package var halfWidth: Double
    package var halfHeight: Double

    package init(centre: Vector, halfWidth: Double, halfHeight: Double) {
        self.centre = centre
        self.halfWidth = halfWidth
        self.halfHeight = halfHeight
    }

    /// Zero at the centre, one on the outline, squared.
    package func squaredRadius(of point: Vector) -> Double {
        let (u, v) = ((point.x - centre.x) / halfWidth, (point.y - centre.y) / halfHeight)
        return u * u + v * v
    }

    package func contains(_ point: Vector) -> Bool { squaredRadius(of: point) <= 1 }

    /// Whether a point lies within the superellipse of exponent 4 on the same axes: between ellipse and rectangle,
    /// as a pressed pad is.
    package func bluntContains(_ point: Vector) -> Bool {
        let (u, v) = ((point.x - centre.x) / halfWidth, (point.y - centre.y) / halfHeight)
        return u * u * u * u + v * v * v * v <= 1
    }

    /// The point at a share of the radius in the direction of a unit vector.
    package func point(share: Double, direction: Vector) -> Vector {
        Vector(x: centre.x + halfWidth * share * direction.x, y: centre.y + halfHeight * share * direction.y)
    }
}
