import TamgaReporting

/// Cost per finger against the size of the gallery, as a picture.
package enum CostChart {
    /// - Parameter points: fingers in the gallery, and microseconds per finger and core.
    /// - Returns: an SVG; nil for fewer than two points.
    package static func svg(_ points: [(fingers: Int, microseconds: Double)]) -> String? {
        guard points.count > 1, let highest = points.map(\.microseconds).max(), highest > 0 else { return nil }
        let step = Self.step(highest)
        let top = (highest * 1.25 / step).rounded(.up) * step
        let x = Axis(
            title: "fingers in the gallery", isLogarithmic: true, range: 5_000...2_000_000,
            ticks: [(10_000, "10 k"), (100_000, "100 k"), (1_000_000, "1 M")].map { Axis.Tick(value: $0, label: $1) })
        let y = Axis.linear("microseconds per finger and core", from: 0, to: top, step: step, format: "%.3g")
        var chart = Chart(name: "Cost of a search per finger, against the size of the gallery", x: x, y: y)
        chart.line(
            points.map { (Double($0.fingers), $0.microseconds) }, style: "main",
            named: "one finger, one look, one core")
        if let last = points.last {
            chart.line(
                [(5_000, last.microseconds), (2_000_000, last.microseconds)], style: "s0",
                named: "flat at the cost of the largest")
        }
        return chart.standalone()
    }

    /// 1, 2 or 5 times a power of ten: about five of them to the value.
    private static func step(_ value: Double) -> Double {
        var decade = 1.0
        while decade > value / 5 { decade /= 10 }
        while decade * 10 <= value / 5 { decade *= 10 }
        let share = value / 5 / decade
        return decade * (share >= 5 ? 5 : share >= 2 ? 2 : 1)
    }
}
