import Foundation
import TamgaMatcher
import TamgaTemplates
import TamgaTestSupport

/// Made-up fingers for tests: minutiae at random places with room between them.
enum Fingers {
    static func random(_ seed: UInt64, minutiae count: Int = 45, quality: UInt8 = 0) -> FingerTemplate {
        var generator = SeededGenerator(seed: seed)
        var minutiae: [Minutia] = []
        while minutiae.count < count {
            let x = Int16.random(in: 60...340, using: &generator)
            let y = Int16.random(in: 60...440, using: &generator)
            let isCrowded = minutiae.contains { abs(Int($0.x) - Int(x)) + abs(Int($0.y) - Int(y)) < 14 }
            if isCrowded { continue }
            minutiae.append(
                Minutia(
                    x: x, y: y, angle: .random(in: 0...255, using: &generator),
                    kind: Bool.random(using: &generator) ? .ending : .bifurcation, quality: quality))
        }
        return FingerTemplate(position: .rightIndex, width: 800, height: 800, minutiae: minutiae)
    }

    /// The finger turned counter-clockwise about its middle by `steps` of 1/256 turn and moved.
    static func turned(_ finger: FingerTemplate, by steps: UInt8, dx: Double = 0, dy: Double = 0) -> FingerTemplate {
        let angle = Double(steps) / 256 * 2 * .pi
        var copy = finger
        copy.minutiae = finger.minutiae.map { minutia in
            let (x, y) = (Double(minutia.x) - 200, Double(minutia.y) - 250)
            var moved = minutia
            // y points down: counter-clockwise as one looks at it.
            moved.x = Int16((cos(angle) * x + sin(angle) * y + 400 + dx).rounded())
            moved.y = Int16((-sin(angle) * x + cos(angle) * y + 400 + dy).rounded())
            moved.angle = minutia.angle &+ steps
            return moved
        }
        return copy
    }

    /// The finger with some minutiae lost and the rest shaken by a pixel or two and a few degrees.
    static func shaken(_ finger: FingerTemplate, seed: UInt64, lost: Int = 8) -> FingerTemplate {
        var generator = SeededGenerator(seed: seed)
        var copy = finger
        copy.minutiae = finger.minutiae.shuffled(using: &generator).dropLast(lost).map { minutia in
            var moved = minutia
            moved.x += Int16.random(in: -2...2, using: &generator)
            moved.y += Int16.random(in: -2...2, using: &generator)
            moved.angle = moved.angle &+ UInt8(bitPattern: Int8.random(in: -4...4, using: &generator))
            return moved
        }
        return copy
    }
}
