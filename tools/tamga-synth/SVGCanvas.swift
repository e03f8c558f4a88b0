/// Shapes on a white page, written as SVG.
struct SVGCanvas {
    private let width: Double
    private let height: Double
    private var lines: [String] = []

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    func text() -> String {
        let size = "width=\"\(Self.short(width))\" height=\"\(Self.short(height))\""
        let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) font-family=\"sans-serif\" font-size=\"13\">"
        return ([head, "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>"] + lines + ["</svg>"])
            .joined(separator: "\n") + "\n"
    }

    /// Draws with the origin moved.
    mutating func move(x: Double, y: Double, _ draw: (inout SVGCanvas) -> Void) {
        lines.append("<g transform=\"translate(\(Self.short(x)) \(Self.short(y)))\">")
        draw(&self)
        lines.append("</g>")
    }

    mutating func label(_ text: String, x: Double, y: Double) {
        lines.append("<text x=\"\(Self.short(x))\" y=\"\(Self.short(y))\">\(text)</text>")
    }

    mutating func mark(_ sign: String, x: Double, y: Double) {
        lines.append(
            "<text x=\"\(Self.short(x))\" y=\"\(Self.short(y))\" font-size=\"24\" fill=\"#d35400\" "
                + "text-anchor=\"middle\" dominant-baseline=\"central\">\(sign)</text>")
    }

    mutating func ellipse(x: Double, y: Double, halfWidth: Double, halfHeight: Double) {
        lines.append(
            "<ellipse cx=\"\(Self.short(x))\" cy=\"\(Self.short(y))\" rx=\"\(Self.short(halfWidth))\" "
                + "ry=\"\(Self.short(halfHeight))\" fill=\"none\" stroke=\"#888888\"/>")
    }

    mutating func frame(width: Double, height: Double) {
        lines.append(
            "<rect width=\"\(Self.short(width))\" height=\"\(Self.short(height))\" fill=\"none\" stroke=\"#888888\"/>")
    }

    mutating func stroke(x1: Double, y1: Double, x2: Double, y2: Double, colour: String) {
        let ends = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)]
            .map { "\($0.0)=\"\(Self.short($0.1))\"" }.joined(separator: " ")
        lines.append("<line \(ends) stroke=\"\(colour)\"/>")
    }

    /// A ring for an ending, a square for a bifurcation, with a tail along its ridge.
    mutating func minutia(x: Double, y: Double, along: (x: Double, y: Double), isEnding: Bool, colour: String) {
        stroke(x1: x, y1: y, x2: x + 11 * along.x, y2: y + 11 * along.y, colour: colour)
        let paint = "fill=\"white\" stroke=\"\(colour)\" stroke-width=\"1.4\""
        if isEnding {
            lines.append("<circle cx=\"\(Self.short(x))\" cy=\"\(Self.short(y))\" r=\"3\" \(paint)/>")
        } else {
            lines.append(
                "<rect x=\"\(Self.short(x - 3))\" y=\"\(Self.short(y - 3))\" width=\"6\" height=\"6\" \(paint)/>")
        }
    }

    /// Two digits after the point.
    private static func short(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
