import Foundation
import TamgaMatcher
import TamgaReporting

/// Two fingers side by side with the minutiae that the matcher paired.
struct DrawnPair {
    var probe: (title: String, finger: FingerDescriptor)
    var reference: (title: String, finger: FingerDescriptor)
    /// What the pair scored, fused where there are more fingers than these.
    var score: Float
    var maximumRotation: Rotation

    private static let margin = 16.0
    private static let gap = 26.0

    /// A figure with its caption.
    func figure() -> String {
        let comparison = ExactComparison(
            probe.finger, reference.finger, maximumRotation: maximumRotation.steps)
        let (left, right) = (Frame(probe.finger), Frame(reference.finger))
        let height = max(left.height, right.height)
        let width = left.width + Self.gap + right.width
        let paired = comparison.pairing
        var shapes: [String] = []
        shapes.append(left.outline(x: 0))
        shapes.append(right.outline(x: left.width + Self.gap))
        for pair in paired {
            let (a, b) = (left.place(pair.probe), right.place(pair.reference))
            shapes.append(
                "<path class=\"tie\" d=\"M\(Markup.short(a.x)) \(Markup.short(a.y))"
                    + "L\(Markup.short(b.x + left.width + Self.gap)) \(Markup.short(b.y))\"/>")
        }
        shapes += left.minutiae(paired: Set(paired.map(\.probe)), x: 0)
        shapes += right.minutiae(paired: Set(paired.map(\.reference)), x: left.width + Self.gap)
        let name = Markup.escaped("\(probe.title) and \(reference.title)")
        return "<figure class=\"pair\"><svg viewBox=\"0 0 \(Markup.short(width)) \(Markup.short(height))\" "
            + "role=\"img\" aria-label=\"\(name)\">\(shapes.joined())</svg>"
            + "<figcaption><b>\(Markup.escaped(probe.title))</b> and <b>\(Markup.escaped(reference.title))</b><br>"
            + "\(caption(comparison))</figcaption></figure>"
    }

    private func caption(_ comparison: ExactComparison) -> String {
        let turn = comparison.motion.map { motion in
            String(format: ", turned %.0f°", Double(motion.rotation) * 180 / Double.pi)
        }
        return "score <span class=\"figure\">\(Markup.score(score))</span>; \(comparison.pairing.count) paired of "
            + "\(probe.finger.count) and \(reference.finger.count)\(turn ?? "")"
    }

    /// The part of the plane that a finger's minutiae take.
    private struct Frame {
        let finger: FingerDescriptor
        private let xs: [Int16]
        private let ys: [Int16]
        let left: Double
        let top: Double
        let width: Double
        let height: Double

        init(_ finger: FingerDescriptor) {
            self.finger = finger
            (xs, ys) = (finger.xs, finger.ys)
            left = Double(xs.min() ?? 0) - margin
            top = Double(ys.min() ?? 0) - margin
            width = max(120, Double(xs.max() ?? 0) + margin - left)
            height = max(120, Double(ys.max() ?? 0) + margin - top)
        }

        func place(_ index: Int) -> (x: Double, y: Double) {
            (Double(xs[index]) - left, Double(ys[index]) - top)
        }

        func outline(x: Double) -> String {
            "<rect class=\"sheet\" x=\"\(Markup.short(x))\" y=\"0\" width=\"\(Markup.short(width))\" "
                + "height=\"\(Markup.short(height))\" rx=\"6\"/>"
        }

        /// A dot with a line along its direction.
        func minutiae(paired: Set<Int>, x: Double) -> [String] {
            (0..<finger.count).map { index in
                let place = place(index)
                let angle = Double(finger.angles[index]) * Double.pi / 128
                let (dx, dy) = (cos(angle) * 11, sin(angle) * 11)
                let style = paired.contains(index) ? "minutia paired" : "minutia"
                let (px, py) = (Markup.short(place.x + x), Markup.short(place.y))
                return "<path class=\"\(style)\" d=\"M\(px) \(py)l\(Markup.short(dx)) \(Markup.short(dy))\"/>"
                    + "<circle class=\"\(style)\" cx=\"\(px)\" cy=\"\(py)\" r=\"3\"/>"
            }
        }
    }
}
