import TamgaSynthesis
package import TamgaTemplates

extension FingerTemplate {
    /// The template as if the finger had been laid down turned: counter-clockwise as one looks at it, about the
    /// middle of the image.
    ///
    /// The image grows to hold its turned corners and every minutia, and the origin moves to the new upper left
    /// corner, so that all coordinates stay valid; they are rounded to whole pixels and directions to 1/256 turn.
    /// Quarter turns are exact. What would lie beyond the largest coordinate of the format is put at it: that
    /// takes an image of more than 11,000 pixels.
    package func turned(byDegrees degrees: Double) -> FingerTemplate {
        let turn = PlaneTurn(degrees: degrees)
        let (right, bottom) = (Double(width - 1), Double(height - 1))
        // About the origin: where the middle lies matters to no one once the origin has moved.
        let corners = [(0, 0), (right, 0), (0, bottom), (right, bottom)].map(turn.apply)
        let places = minutiae.map { turn.apply((Double($0.x), Double($0.y))) }
        let all = corners + places
        let left = all.map(\.x).min() ?? 0
        let top = all.map(\.y).min() ?? 0
        func coordinate(_ value: Double) -> Int {
            min(max(0, Int(value.rounded())), TemplateLimits.coordinate)
        }
        var turned = self
        turned.minutiae = zip(minutiae, places).map { minutia, place in
            var moved = minutia
            moved.x = Int16(coordinate(place.x - left))
            moved.y = Int16(coordinate(place.y - top))
            moved.angle = minutia.angle &+ turn.steps
            return moved
        }
        turned.width = min(coordinate((all.map(\.x).max() ?? 0) - left) + 1, TemplateLimits.coordinate)
        turned.height = min(coordinate((all.map(\.y).max() ?? 0) - top) + 1, TemplateLimits.coordinate)
        return turned
    }
}

/// A turn of the plane with y downwards, counter-clockwise as one looks at it.
private struct PlaneTurn {
    let sine: Double
    let cosine: Double
    /// 1/256 turn, for directions.
    let steps: UInt8

    init(degrees: Double) {
        let turns = degrees / 360
        let whole = turns - turns.rounded(.down)
        steps = UInt8(truncatingIfNeeded: Int((whole * 256).rounded()))
        (sine, cosine) = PortableMath.sineAndCosine(whole * 2 * Double.pi)
    }

    func apply(_ place: (Double, Double)) -> (x: Double, y: Double) {
        (cosine * place.0 + sine * place.1, cosine * place.1 - sine * place.0)
    }
}
