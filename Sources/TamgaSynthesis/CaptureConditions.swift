import TamgaTemplates

/// What one touch of the sensor is like: where, how turned, how pressed, how clean.
package struct CaptureConditions: Hashable, Sendable {
    /// The part of the pad that touches.
    package var contact: Ellipse
    package var distortion: PlasticDistortion
    /// Unit vector of the rotation, counter-clockwise.
    package var rotation: Vector
    package var translation: Vector
    var badAreas: [BadArea]
    /// How bad the touch is, 0 to 1: dry or wet skin, a careless press. What it spoils, it spoils together.
    package var grade: Double
    var missing: Double
    var spurious: Double
    /// Ends on the outline as a share of the genuine minutiae.
    var outline: Double
    /// Half sides of the sensor's image, pixels.
    var sensor: Vector
    /// Pixels from the contact's centre beyond which nothing shows.
    var reach: Double

    /// A round area in which ridges cannot be read well.
    struct BadArea: Hashable, Sendable {
        var centre: Vector
        var radius: Double

        /// 0 to 1.
        func strength(at point: Vector) -> Double {
            PortableMath.exponential(-(point - centre).squaredLength / (2 * radius * radius))
        }
    }

    init(finger: SyntheticFinger, stream: inout SeededStream) {
        let parameters = finger.parameters
        let pressure = finger.size * min(max(stream.normal(1, sigma: 0.06), 0.8), 1.2)
        let own = stream.unit()
        grade = stream.chance(SynthesisLimits.skinShare) ? finger.skin : own
        let sigma = parameters.contactSigma * (0.5 + grade)
        let area = Ellipse(
            centre: Vector(x: stream.normal(sigma: sigma), y: stream.normal(sigma: 1.5 * sigma)),
            halfWidth: parameters.contactHalfWidth * pressure,
            halfHeight: parameters.contactHalfHeight * pressure)
        contact = area
        distortion = PlasticDistortion(
            amplitude: parameters.distortion * stream.uniform(0.25...1), over: area, stream: &stream)
        rotation = Vector(angle: parameters.rotation.draw(&stream))
        translation = stream.normalVector(sigma: parameters.translationSigma) - area.centre.turned(by: rotation)
        badAreas = (0..<stream.uniform(parameters.badAreas)).map { _ in Self.badArea(in: area, &stream) }
        missing = parameters.missing.at(grade)
        spurious = parameters.spurious.at(grade)
        outline = parameters.outline.at(grade)
        let halfAxis = max(area.halfWidth, area.halfHeight)
        reach = finger.position.isPalm ? 2 * halfAxis : 2 * SynthesisLimits.padHalfHeight
        sensor = Vector(x: Double(parameters.sensorWidth) / 2, y: Double(parameters.sensorHeight) / 2)
    }

    private static func badArea(in area: Ellipse, _ stream: inout SeededStream) -> BadArea {
        let direction = Vector(angle: stream.uniform(0...(2 * Double.pi)))
        return BadArea(
            centre: area.point(share: stream.uniform(0.2...1), direction: direction),
            radius: stream.uniform(15...35))
    }

    /// 0 to 1: how badly ridges can be read at a point.
    func badness(at point: Vector) -> Double {
        min(1, badAreas.reduce(0) { $0 + $1.strength(at: point) })
    }
}

extension CaptureConditions {
    /// From the finger's frame to the sensor's: origin at the middle of the image, y upwards.
    func sensorPoint(_ point: Vector) -> Vector { distortion.moved(point).turned(by: rotation) + translation }

    /// Back again, but for the distortion.
    package func fingerPoint(_ point: Vector) -> Vector { (point - translation).turned(by: rotation.conjugate) }

    /// Whether a point of the finger shows: the skin touches there, and the sensor reaches that far.
    package func shows(_ point: Vector) -> Bool {
        guard contact.bluntContains(point) else { return false }
        let place = sensorPoint(point)
        return place.x.magnitude < sensor.x && place.y.magnitude < sensor.y
    }

    /// Whether a point that shows lies within a few pixels of the outline, seen from the contact's centre.
    func isAtOutline(_ point: Vector) -> Bool {
        let outward = point - contact.centre
        let length = outward.length
        guard length > SynthesisLimits.outlineMargin else { return false }
        return !shows(point + outward * (SynthesisLimits.outlineMargin / length))
    }

    /// Where what is seen ends on the way from the contact's centre in the direction of a unit vector.
    func edge(_ direction: Vector) -> Vector {
        var (inside, outside) = (0.0, reach)
        for _ in 0..<12 {
            let middle = (inside + outside) / 2
            if shows(contact.centre + direction * middle) { inside = middle } else { outside = middle }
        }
        return contact.centre + direction * inside
    }

    func sensorDirection(_ direction: Vector, at point: Vector) -> Vector {
        distortion.moved(direction: direction, at: point).turned(by: rotation)
    }
}

extension SynthesisParameters.Rotation {
    /// An angle in radians.
    func draw(_ stream: inout SeededStream) -> Double {
        let degrees = switch self {
        case .normal(let sigma): stream.normal(sigma: sigma)
        case .uniform(let limit): stream.uniform(-limit.magnitude...limit.magnitude)
        }
        return degrees * Double.pi / 180
    }
}

extension ClosedRange<Double> {
    /// The value at a share of the way from the lower bound to the upper.
    func at(_ share: Double) -> Double { lowerBound + share * (upperBound - lowerBound) }
}
