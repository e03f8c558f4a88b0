import Foundation
import TamgaReporting

/// The curves of a load.
package enum LoadCharts {
    private static let styles = ["main", "s0", "s1", "s2", "s3"]

    private static func style(_ kind: LoadClass) -> String {
        styles[(LoadClass.allCases.firstIndex(of: kind) ?? 0) % styles.count]
    }

    /// Latency of each class at every percentile: the tail is drawn as wide as the rest.
    package static func percentiles(_ stretch: StretchFigures) -> String {
        let curves = stretch.classes.filter { !$0.curve.isEmpty }
        guard let rarest = curves.flatMap(\.curve).map({ 1 / (1 - $0.share) }).max() else { return "" }
        let decades = max(2, Int(log10(rarest).rounded(.up)))
        let ticks = (0...decades).map { decade in
            Axis.Tick(value: pow(10, Double(decade)), label: percentile(decade))
        }
        let x = Axis(
            title: "Percentile", isLogarithmic: true, range: 1...pow(10, Double(decades)), ticks: ticks)
        var chart = Chart(
            name: "Latency of each class at every percentile", x: x,
            y: milliseconds(curves.flatMap(\.curve).map(\.milliseconds)))
        for figures in curves {
            chart.line(
                figures.curve.map { (1 / (1 - $0.share), $0.milliseconds) }, style: style(figures.kind),
                named: figures.kind.rawValue)
        }
        return chart.svg()
    }

    /// Latency second by second.
    package static func latencies(_ stretch: StretchFigures) -> String {
        let points = stretch.seconds.flatMap(\.classes)
        let values = points.compactMap(\.p99) + points.compactMap(\.p50)
        guard !values.isEmpty else { return "" }
        var chart = Chart(
            name: "Latency second by second", x: seconds(stretch), y: milliseconds(values))
        for kind in LoadClass.allCases {
            let line = stretch.seconds.compactMap { second in
                second.classes.first { $0.kind == kind }?.p99.map { (Double(second.second), $0) }
            }
            chart.line(line, style: style(kind), named: "\(kind.rawValue), p99")
        }
        let middle = stretch.seconds.compactMap { second in second.p50.map { (Double(second.second), $0) } }
        chart.line(middle, style: "ideal", named: "all that arrive, p50")
        return chart.svg()
    }

    /// What was sent, answered and refused, second by second.
    package static func rates(_ stretch: StretchFigures) -> String {
        func line(_ value: (SecondFigures.OfClass) -> Int) -> [(x: Double, y: Double)] {
            stretch.seconds.map { second in
                (Double(second.second), Double(second.classes.reduce(0) { $0 + value($1) }))
            }
        }
        let (sent, answered, refused) = (line(\.sent), line(\.answered), line(\.refused))
        guard let highest = (sent + answered + refused).map(\.y).max(), highest > 0 else { return "" }
        var chart = Chart(
            name: "Requests second by second", x: seconds(stretch), y: linear("Requests a second", to: highest))
        chart.line(sent, style: "ideal", named: "sent")
        chart.line(answered, style: "main", named: "answered")
        if refused.contains(where: { $0.y > 0 }) { chart.line(refused, style: "s0", named: "refused") }
        return chart.svg()
    }

    /// The steps of a search: the 99th percentile at each rate, against the goal.
    package static func steps(_ steps: [LoadReport.Step], _ goal: LatencyGoal) -> String {
        let points = steps.compactMap { step in
            step.figures[goal.kind]?.p99.map { (step: step, rate: step.step.rate, p99: $0) }
        }
        guard let lowest = points.map(\.rate).min(), let highest = points.map(\.rate).max() else { return "" }
        let x = linear("Arrivals a second", to: highest)
        var chart = Chart(
            name: "Steps of the search: p99 at each rate", x: x,
            y: milliseconds(points.map(\.p99) + [goal.milliseconds]))
        chart.line(
            [(min(lowest, x.range.lowerBound), goal.milliseconds), (x.range.upperBound, goal.milliseconds)],
            style: "ideal", named: "goal, \(goal)")
        for point in points {
            let figures = point.step.figures
            chart.point(
                (point.rate, point.p99), style: figures.holds ? "main" : "s0",
                title: "\(figures.name), \(LoadReport.number(point.rate))/s: \(figures.holds ? "holds" : "fails")")
        }
        return chart.svg()
    }
}

// MARK: Axes
extension LoadCharts {
    /// `50 %` would be at 2: only whole nines have a tick.
    private static func percentile(_ decade: Int) -> String {
        switch decade {
        case 0: "0 %"
        case 1: "90 %"
        case 2: "99 %"
        default: "99." + String(repeating: "9", count: decade - 2) + " %"
        }
    }

    /// From the power of ten below the lowest to that above the highest.
    private static func milliseconds(_ values: [Double]) -> Axis {
        let low = Int(log10(max(values.min() ?? 1, 0.001)).rounded(.down))
        let high = max(low + 1, Int(log10(max(values.max() ?? 1, 0.001)).rounded(.up)))
        let ticks = (low...high).flatMap { decade -> [Axis.Tick] in
            let value = pow(10, Double(decade))
            let between = decade == high ? [] : (2...9).map { Axis.Tick(value: value * Double($0), label: "") }
            return [Axis.Tick(value: value, label: LoadReport.number(value))] + between
        }
        return Axis(
            title: "Milliseconds", isLogarithmic: true, range: pow(10, Double(low))...pow(10, Double(high)),
            ticks: ticks)
    }

    private static func seconds(_ stretch: StretchFigures) -> Axis {
        linear("Seconds", to: Double(max(2, stretch.seconds.last?.second ?? 2)))
    }

    /// From 0 to the highest, in about five steps of 1, 2 or 5 times a power of ten.
    private static func linear(_ title: String, to highest: Double) -> Axis {
        let decade = pow(10, log10(max(highest, 1e-6) / 5).rounded(.down))
        let share = highest / 5 / decade
        let step = decade * (share > 5 ? 10 : share > 2 ? 5 : share > 1 ? 2 : 1)
        let top = (highest / step).rounded(.up) * step
        return .linear(title, from: 0, to: top, step: step, format: "%g")
    }
}
