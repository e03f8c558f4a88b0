import TamgaTemplates

extension CaptureProcess {
    /// Minutiae that are not there: ends at the outline of the contact, breaks of a ridge seen
    /// as two ends that face each other, and misreadings in bad areas or anywhere.
    mutating func spuriousObservations(_ count: Int) -> [Observation] {
        var observations: [Observation] = []
        while observations.count < count {
            if stream.chance(0.4) {
                observations += brokenRidge()
            } else {
                observations.append(misreading())
            }
        }
        return Array(observations.prefix(count))
    }

    /// Ridges that end where the finger or the sensor does: chains along the outline, each end pointing inwards
    /// along its ridge. Few where ridges run along the outline, many where they cross it.
    mutating func outlineEnds(_ count: Int) -> [Observation] {
        var ends: [Observation] = []
        for _ in 0..<(6 * count) where ends.count < count {
            var turn = stream.uniform(0...(2 * Double.pi))
            let side = stream.chance(0.5) ? 1.0 : -1
            for _ in 0..<min(stream.uniform(3...10), count - ends.count) {
                let edge = conditions.edge(Vector(angle: turn))
                let radius = max((edge - conditions.contact.centre).length, 30)
                let ahead = conditions.edge(Vector(angle: turn + 0.06))
                turn += side * max(stream.normal(15, sigma: 5), 7) / radius
                if let end = outlineEnd(at: edge, along: ahead - edge) { ends.append(end) }
            }
        }
        return ends
    }

    /// `along` runs along the outline, the finger to its left.
    private mutating func outlineEnd(at edge: Vector, along: Vector) -> Observation? {
        let inward = Vector(x: -along.y, y: along.x) * (1 / max(along.length, 1e-9))
        let place = edge + inward * stream.uniform(1.0...6)
        let ridge = Vector(angle: finger.field.angle(at: place) + stream.normal(sigma: 0.06))
        let crossing = ridge.x * inward.x + ridge.y * inward.y
        guard stream.chance(crossing.magnitude * inward.x * inward.x) else { return nil }
        return spurious(.ending, at: place, direction: crossing < 0 ? ridge * -1 : ridge, quality: 15)
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
        Vector(angle: finger.field.angle(at: place) + stream.normal(sigma: 0.3))
    }

    private mutating func spurious(
        _ kind: MinutiaKind, at place: Vector, direction: Vector, quality: Double
    ) -> Observation {
        Observation(
            source: nil, position: place, direction: direction, kind: kind,
            quality: stream.normal(quality, sigma: 12))
    }
}
