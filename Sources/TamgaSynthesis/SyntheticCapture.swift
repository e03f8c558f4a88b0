package import TamgaTemplates

/// An impression and the truth about it.
package struct SyntheticCapture: Hashable, Sendable {
    package let template: FingerTemplate
    /// For each minutia of the template its number in the master finger; nil for a spurious one.
    package let sources: [Int?]
    package let conditions: CaptureConditions

    /// Where a minutia of the template would lie in the finger's own frame, but for distortion and noise.
    package func fingerPoint(of minutia: Minutia) -> Vector {
        let onSensor = Vector(
            x: Double(minutia.x) - Double(template.width) / 2, y: Double(template.height) / 2 - Double(minutia.y))
        return conditions.fingerPoint(onSensor)
    }

    /// Its direction in the finger's own frame, radians.
    package func fingerAngle(of minutia: Minutia) -> Double {
        Double(minutia.angle) * Double.pi / 128 - conditions.rotation.angle
    }
}

/// What is seen of a minutia before it is placed on the sensor, still in the finger's frame.
struct Observation {
    var source: Int?
    var position: Vector
    var direction: Vector
    var kind: MinutiaKind
    /// 1 to 100, before rounding.
    var quality: Double
}
