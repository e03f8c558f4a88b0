import TamgaSynthesis
import TamgaTemplates

/// One finger as a picture: the master with its ridge flow, then its impressions.
struct FingerDrawing {
    let finger: SyntheticFinger
    let impressions: Int

    private static let gap = 20.0

    func svg() -> String {
        let captures = (1...impressions).map { finger.capture($0) }
        let (padWidth, padHeight) = (2 * finger.pad.halfWidth, 2 * finger.pad.halfHeight)
        let panelWidth = Double(captures.map(\.template.width).max() ?? 0) + Self.gap
        let width = padWidth + panelWidth * Double(captures.count) + 2 * Self.gap
        let height = max(padHeight, Double(captures.map(\.template.height).max() ?? 0)) + 3 * Self.gap
        var canvas = SVGCanvas(width: width, height: height)
        canvas.move(x: Self.gap + padWidth / 2, y: 2 * Self.gap + padHeight / 2) { drawMaster(on: &$0) }
        for (number, capture) in captures.enumerated() {
            let x = padWidth + 2 * Self.gap + panelWidth * Double(number)
            canvas.move(x: x, y: 2 * Self.gap) { draw(capture, number: number + 1, on: &$0) }
        }
        return canvas.text()
    }

    private func drawMaster(on canvas: inout SVGCanvas) {
        let pad = finger.pad
        canvas.label(
            "person \(finger.person), \(finger.position.name): \(finger.pattern.rawValue)",
            x: -pad.halfWidth, y: -pad.halfHeight - 8)
        canvas.ellipse(x: 0, y: 0, halfWidth: pad.halfWidth, halfHeight: pad.halfHeight)
        drawFlow(on: &canvas)
        for singularity in finger.field.singularities {
            let place = singularity.position
            canvas.mark(singularity.isCore ? "○" : "△", x: place.x, y: -place.y)
        }
        for minutia in finger.minutiae {
            canvas.minutia(
                x: minutia.position.x, y: -minutia.position.y, along: (minutia.direction.x, -minutia.direction.y),
                isEnding: minutia.kind == .ending, colour: "#1f4e9e")
        }
    }

    /// Strokes along the ridges on a grid.
    private func drawFlow(on canvas: inout SVGCanvas) {
        for x in stride(from: -finger.pad.halfWidth, through: finger.pad.halfWidth, by: 11) {
            for y in stride(from: -finger.pad.halfHeight, through: finger.pad.halfHeight, by: 11) {
                let place = Vector(x: x, y: y)
                guard finger.pad.contains(place) else { continue }
                let arm = Vector(angle: finger.field.angle(at: place)) * 5
                canvas.stroke(x1: x - arm.x, y1: -y + arm.y, x2: x + arm.x, y2: -y - arm.y, colour: "#cccccc")
            }
        }
    }

    private func draw(_ capture: SyntheticCapture, number: Int, on canvas: inout SVGCanvas) {
        let template = capture.template
        let spurious = capture.sources.count { $0 == nil }
        canvas.label("impression \(number): \(template.minutiae.count) minutiae, \(spurious) spurious", x: 0, y: -8)
        canvas.frame(width: Double(template.width), height: Double(template.height))
        for (minutia, source) in zip(template.minutiae, capture.sources) {
            let direction = Vector(angle: Double(minutia.angle) * Double.pi / 128)
            canvas.minutia(
                x: Double(minutia.x), y: Double(minutia.y), along: (direction.x, -direction.y),
                isEnding: minutia.kind == .ending, colour: source == nil ? "#c0392b" : "#1f4e9e")
        }
    }
}
