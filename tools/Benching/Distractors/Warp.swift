import TamgaSynthesis

/// A smooth map of the plane: stretched and sheared, pushed about in places, then turned and moved.
///
/// Pixels at 500 dpi, y upwards, origin in the middle of the image. From +, -, x, / alone: the same bits everywhere.
struct Warp: Sendable {
    private struct Push: Sendable {
        var centre: Vector
        var by: Vector
        /// One over the square of the width.
        var sharpness: Double

        func displacement(at point: Vector) -> Vector {
            let fall = 1 / (1 + (point - centre).squaredLength * sharpness)
            return by * (fall * fall)
        }
    }

    private var across: Vector
    private var along: Vector
    private var pushes: [Push]
    private var turn: Vector
    private var shift: Vector

    init(_ strength: WarpStrength, _ stream: inout SeededStream) {
        across = Vector(
            x: 1 + stream.uniform(-strength.stretch...strength.stretch),
            y: stream.uniform(-strength.shear...strength.shear))
        along = Vector(
            x: stream.uniform(-strength.shear...strength.shear),
            y: 1 + stream.uniform(-strength.stretch...strength.stretch))
        pushes = (0..<strength.pushes).map { _ in
            let width = stream.uniform(strength.width)
            let direction = Vector(angle: stream.uniform(0...(2 * Double.pi)))
            return Push(
                centre: Vector(x: stream.uniform(-130...130), y: stream.uniform(-170...170)),
                by: direction * stream.uniform(0.4 * strength.push...strength.push), sharpness: 1 / (width * width))
        }
        turn = Vector(angle: stream.uniform(-strength.turn...strength.turn) * Double.pi / 180)
        shift = Vector(
            x: stream.uniform(-strength.shift...strength.shift), y: stream.uniform(-strength.shift...strength.shift))
    }

    func moved(_ point: Vector) -> Vector {
        var place = across * point.x + along * point.y
        for push in pushes { place = place + push.displacement(at: point) }
        return place.turned(by: turn) + shift
    }

    /// A direction after the map, not of unit length: carried along by its ends, two pixels either way.
    func moved(direction: Vector, at point: Vector) -> Vector {
        let arm = direction * 2
        return moved(point + arm) - moved(point - arm)
    }
}

/// How strong a ``Warp`` is at most.
struct WarpStrength: Sendable {
    /// Stretch along either axis, and shear, as shares.
    var stretch: Double
    var shear: Double
    /// Number of local pushes, how far each pushes and how wide it is, pixels.
    var pushes: Int
    var push: Double
    var width: ClosedRange<Double>
    /// Degrees either way.
    var turn: Double
    /// Pixels on each axis.
    var shift: Double

    /// Makes another finger of a finger.
    static let strange = WarpStrength(
        stretch: 0.2, shear: 0.15, pushes: 7, push: 46, width: 50...90, turn: 30, shift: 10)
    /// Makes another impression of a finger.
    static let mated = WarpStrength(
        stretch: 0.03, shear: 0.03, pushes: 3, push: 12, width: 50...100, turn: 15, shift: 30)
}
