import Foundation

/// The frame of one chart: scales, grid, and lines cut to it.
struct ChartFrame {
    let domain: ClosedRange<Double>
    let low: Double
    let high: Double

    private static let (left, top, width, height) = (40.0, 10.0, 300.0, 170.0)

    private func place(_ point: SIMD2<Double>) -> SIMD2<Double> {
        let x = (point.x - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        let y = (point.y - low) / (high - low)
        return SIMD2(Self.left + x * Self.width, Self.top + (1 - y) * Self.height)
    }

    /// A line through the points that lie within the frame.
    func line(_ points: [SIMD2<Double>], style: String) -> String {
        let inside = points.filter { domain.contains($0.x) && $0.y >= low && $0.y <= high }.map(place)
        let steps = inside.enumerated().map { index, point in
            String(format: "%@%.1f %.1f", index == 0 ? "M" : "L", point.x, point.y)
        }
        return "<path class=\"\(style)\" d=\"\(steps.joined())\"/>"
    }

    func svg(_ content: String, across: String, upwards: String) -> String {
        let grid = (0...4).map { step in
            let share = Double(step) / 4
            let x = domain.lowerBound + share * (domain.upperBound - domain.lowerBound)
            let y = low + share * (high - low)
            let (column, row) = (place(SIMD2(x, low)), place(SIMD2(domain.lowerBound, y)))
            let rules = String(
                format: "<line x1=\"%.0f\" y1=\"%.1f\" x2=\"%.0f\" y2=\"%.1f\"/>", row.x, row.y,
                row.x + Self.width, row.y)
            return rules
                + String(format: "<text x=\"%.0f\" y=\"194\" text-anchor=\"middle\">%g</text>", column.x, x)
                + String(format: "<text x=\"34\" y=\"%.1f\" text-anchor=\"end\">%g</text>", row.y + 4, y)
        }
        return "<svg viewBox=\"0 0 360 226\" role=\"img\" aria-label=\"\(upwards) by \(across)\">"
            + grid.joined() + content
            + "<text x=\"190\" y=\"214\" text-anchor=\"middle\">\(across)</text>"
            + "<text x=\"44\" y=\"20\">\(upwards)</text></svg>"
    }
}
