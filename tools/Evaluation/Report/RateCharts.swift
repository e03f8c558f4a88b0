import Foundation
import TamgaReporting

/// The charts of a report.
enum RateCharts {
    private static let styles = 8

    /// FNMR against FMR, both logarithmic: pooled, and each database where there are several.
    static func det(_ verification: Verification) -> String {
        let (pooled, parts) = (verification.pooled, verification.databases)
        let pairs = Double(max(10, pooled.rates.nonMated))
        let low = max(-7, -Int(log10(pairs).rounded(.up)))
        let fewest = Double(max(10, pooled.rates.mated))
        var chart = Chart(
            name: "DET curve: FNMR against FMR",
            x: .decades("False match rate", from: min(-3, low), to: 0),
            y: .decades("False non-match rate", from: max(-4, -Int(log10(fewest).rounded(.up))), to: 0))
        if parts.count > 1 {
            for (index, part) in parts.enumerated() {
                chart.line(curve(part.lists), style: "thin s\(index % styles)", named: part.name)
            }
        }
        chart.line(curve(pooled.lists), style: "main", named: parts.count > 1 ? "all, one threshold" : pooled.name)
        for (index, decade) in Decade.falseMatch.enumerated() {
            guard let fnmr = pooled.rates.fnmr[index] else { continue }
            chart.point(
                (decade.value, fnmr), interval: pooled.intervals.fnmr[index]?.range, style: "main",
                title: "FNMR \(Markup.percent(fnmr)) % at FMR \(decade.name)")
        }
        return chart.svg()
    }

    /// Steps of the curve, no two nearer than a pixel or so; ZeroFMR stands at the left edge.
    private static func curve(_ lists: ScoreLists) -> [(x: Double, y: Double)] {
        var points: [(x: Double, y: Double)] = []
        WeightedScores(lists, multiplicity: nil).descend { step in
            let point = (x: max(step.fmr, 1e-9), y: max(step.fnmr, 1e-9))
            if step.fmr == 0 {
                points = [point]
                return true
            }
            let isFar = points.last.map { abs(log(point.x / $0.x)) + abs(log(point.y / $0.y)) > 0.02 } ?? true
            if isFar {
                if let last = points.last, last.x != point.x { points.append((point.x, last.y)) }
                points.append(point)
            }
            return true
        }
        return points
    }

    /// How many probes have their mate among the first so many candidates.
    static func cmc(_ identification: Identification) -> String {
        let parts = identification.databases.filter { !$0.cmc.isEmpty }
        let lowest = ([identification.pooled] + parts).compactMap(\.cmc.first).min() ?? 0
        let bottom = max(0, (lowest * 20 - 0.5).rounded(.down) / 20)
        let ranks = [1, 2, 3, 5, 10, 20]
        let x = Axis(
            title: "Rank", isLogarithmic: true, range: 1...20,
            ticks: ranks.map { Axis.Tick(value: Double($0), label: "\($0)") })
        let step = bottom < 0.5 ? 0.1 : bottom < 0.9 ? 0.05 : 0.01
        let y = Axis(
            title: "Identified at this rank or before", isLogarithmic: false, range: bottom...1,
            ticks: stride(from: bottom, through: 1.0001, by: step).map {
                Axis.Tick(value: $0, label: String(format: "%.0f %%", $0 * 100))
            })
        var chart = Chart(name: "CMC curve", x: x, y: y)
        if parts.count > 1 {
            for (index, part) in parts.enumerated() {
                chart.line(steps(part.cmc), style: "thin s\(index % styles)", named: part.name)
            }
        }
        let all = identification.pooled
        chart.line(steps(all.cmc), style: "main", named: parts.count > 1 ? "all" : all.name)
        if let first = all.rankOne {
            chart.point(
                (1, first), interval: all.intervals.rankOne?.range, style: "main",
                title: "rank-1 \(Markup.percent(first)) %")
        }
        return chart.svg()
    }

    private static func steps(_ cmc: [Double]) -> [(x: Double, y: Double)] {
        cmc.enumerated().map { (Double($0.offset + 1), $0.element) }
    }

    /// Shares of mated and of non-mated pairs by score, logarithmic so that the tails can be seen.
    static func histogram(_ part: Verification.Part) -> String {
        let (mated, strangers) = (part.lists.matedScores, part.lists.nonMatedScores)
        let top = min(20, max(4, Double(max(mated.last ?? 0, strangers.first ?? 0)).rounded(.up)))
        let low = -max(2, Int(log10(Double(max(10, strangers.count))).rounded(.up)))
        var chart = Chart(
            name: "Histogram of scores",
            x: .linear("Comparison score (−log₁₀ of the estimated FMR)", from: 0, to: top,
                step: top > 10 ? 2 : 1, format: "%.0f"),
            y: .decades("Share of pairs, in bins of a quarter", from: low, to: 0))
        chart.area(bins(strangers, to: top), style: "strangers", named: "non-mated")
        chart.area(bins(mated, to: top), style: "mates", named: "mated")
        if let threshold = part.rates.thresholds.fnmr[1] {
            chart.threshold(Double(threshold), title: "FMR 1e-3")
        }
        return chart.svg()
    }

    private static func bins(_ scores: [Float], to top: Double) -> [(x: Double, y: Double)] {
        let width = 0.25
        var counts = [Int](repeating: 0, count: Int(top / width))
        guard !scores.isEmpty, !counts.isEmpty else { return [] }
        for score in scores { counts[min(counts.count - 1, Int(Double(score) / width))] += 1 }
        return counts.enumerated().flatMap { index, count -> [(x: Double, y: Double)] in
            let share = Double(count) / Double(scores.count)
            return [(Double(index) * width, share), (Double(index + 1) * width, share)]
        }
    }

    /// Which share of non-mated scores lies above a score, against what the score claims.
    static func calibration(_ part: Verification.Part) -> String {
        let strangers = part.lists.nonMatedScores
        guard strangers.count >= 100 else { return "" }
        let top = log10(Double(strangers.count)).rounded(.up)
        var chart = Chart(
            name: "Calibration: measured against claimed false match rate",
            x: .linear("Score: claimed −log₁₀ FMR", from: 0, to: top, step: 1, format: "%.0f"),
            y: .linear("Measured −log₁₀ FMR", from: 0, to: top, step: 1, format: "%.0f"))
        chart.line([(0, 0), (top, top)], style: "ideal", named: "as claimed")
        var points: [(x: Double, y: Double)] = []
        for (index, score) in strangers.enumerated().dropFirst() {
            let decades = -log10(Double(index) / Double(strangers.count))
            if points.last.map({ $0.y - decades > 0.02 }) ?? true { points.append((Double(score), decades)) }
        }
        chart.line(points, style: "main", named: "measured")
        return chart.svg()
    }
}
