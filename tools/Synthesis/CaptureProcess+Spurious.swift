import TamgaTemplates

extension CaptureProcess {
    /// Minutiae that are not there: ends at the outline of the contact, breaks of a ridge seen
    /// as two ends that face each other, and misreadings in bad areas or anywhere.
    mutating func spuriousObservations(_ count: Int) -> [Observation] {
        var observations: [Observation] = []
        while observations.count < count {
            if stream.chance(finger.parameters.habit.outlineShare) {
                observations.append(outlineEnd())
            } else if stream.chance(0.4) {
                observations += brokenRidge()
            } else {
                observations.append(misreading())
            }
        }
        return Array(observations.prefix(count))
    }

    /// A ridge that ends where the contact does: it points inwards.
    private mutating func outlineEnd() -> Observation {
        let outward = Vector(angle: stream.uniform(0...(2 * Double.pi)))
        let place = conditions.contact.point(share: stream.uniform(0.9...1), direction: outward)
        let ridge = ridgeDirection(at: place)
        let pointsOut = ridge.x * outward.x + ridge.y * outward.y > 0
        return spurious(.ending, at: place, direction: pointsOut ? ridge * -1 : ridge, quality: 18)
    }

    /// Two ends of one ridge, some pixels apart, facing each other.
    private mutating func brokenRidge() -> [Observation] {
        let place = place()
        let ridge = ridgeDirection(at: place)
        let half = ridge * stream.uniform(3...6)
        return [
            spurious(.ending, at: place + half, direction: ridge, quality: 30),
            spurious(.ending, at: place - half, direction: ridge * -1, quality: 30),
        ]
    }

    private mutating func misreading() -> Observation {
        let place = place()
        let ridge = ridgeDirection(at: place)
        return spurious(
            stream.chance(0.5) ? .ending : .bifurcation, at: place,
            direction: stream.chance(0.5) ? ridge : ridge * -1, quality: 28)
    }

    /// In a bad area as often as not, where there is one; else anywhere in the contact.
    private mutating func place() -> Vector {
        if stream.chance(0.5), !conditions.badAreas.isEmpty {
            let area = conditions.badAreas[stream.uniform(0...(conditions.badAreas.count - 1))]
            let place = area.centre + stream.normalVector(sigma: area.radius)
            if conditions.contact.contains(place) { return place }
        }
        let direction = Vector(angle: stream.uniform(0...(2 * Double.pi)))
        return conditions.contact.point(share: stream.unit().squareRoot(), direction: direction)
    }

    /// The ridge's direction with an extractor's error, either way along it.
    private mutating func ridgeDirection(at place: Vector) -> Vector {
        Vector(angle: finger.field.angle(at: place) + stream.normal(sigma: 0.25))
    }

    private mutating func spurious(
        _ kind: MinutiaKind, at place: Vector, direction: Vector, quality: Double
    ) -> Observation {
        Observation(
            source: nil, position: place, direction: direction, kind: kind,
            quality: stream.normal(quality, sigma: 12))
    }
}

extension ExtractorHabit {
    /// Share of the spurious minutiae that lie on the outline: an extractor that reports quality
    /// leaves them to its reader, one that does not has dropped most itself.
    var outlineShare: Double {
        switch self {
        case .graded, .coarse: 0.45
        case .unreported: 0.2
        }
    }
}
