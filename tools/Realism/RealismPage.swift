import Foundation

/// The report as one page without outside references: a table, and each distribution drawn.
package struct RealismPage: Sendable {
    private let report: RealismReport
    private let real: Measurement
    private let sets: [Measurement]
    private let synthetic: Measurement

    package init(report: RealismReport, real: Measurement, sets: [Measurement], synthetic: Measurement) {
        (self.report, self.real, self.sets, self.synthetic) = (report, real, sets, synthetic)
    }

    package var html: String {
        let charts = [
            chart("Minutiae of an impression", "minutiae", "share not more", 0...120) {
                Self.rising($0.impressions.counts)
            },
            chart("Distance to the nearest neighbour", "pixels at 500 dpi", "share not further", 0...70) {
                Self.rising($0.impressions.nearest)
            },
            chart("Do neighbours run along one flow?", "distance, pixels", "mean cos 2(turn)", 0...140) {
                Self.rings($0) { $0.doubled / max(1, $0.pairs) }
            },
            chart("Do neighbours point the same way?", "distance, pixels", "mean cos(turn)", 0...140) {
                Self.rings($0) { $0.same / max(1, $0.pairs) }
            },
            chart("Non-mated comparisons", "raw score", "log10 of the share above", 0...1.6, low: -5, high: 0) {
                Self.tail($0.nonMated)
            },
            chart("Mated comparisons", "raw score", "share not above", 0...20) {
                Self.rising($0.mated.map(Double.init))
            },
        ]
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Synthetic and real fingers</title><style>\(Self.style)</style></head><body><main>
            <h1>Synthetic and real fingers</h1>
            <p>\(real.fingers) real fingers, \(real.nonMated.count) non-mated comparisons within \(sets.count) sets;
            \(synthetic.fingers) synthetic fingers, \(synthetic.nonMated.count) non-mated comparisons. Intervals hold
            95 % of a bootstrap over fingers. <b class="real">Real, pooled</b>, <b class="sets">each real set</b>,
            <b class="made">synthetic</b>.</p>
            <div class="charts">\(charts.joined())</div>\(table)
            <h2>Real sets</h2><ul>\(report.sets.map { "<li>\($0)</li>" }.joined())</ul></main></body></html>
            """
    }

    private func chart(
        _ title: String, _ across: String, _ upwards: String, _ domain: ClosedRange<Double>, low: Double = 0,
        high: Double = 1, _ points: (Measurement) -> [SIMD2<Double>]
    ) -> String {
        let frame = ChartFrame(domain: domain, low: low, high: high)
        let lines = sets.map { frame.line(points($0), style: "sets") }
            + [frame.line(points(real), style: "real"), frame.line(points(synthetic), style: "made")]
        return "<figure><figcaption>\(title)</figcaption>"
            + frame.svg(lines.joined(), across: across, upwards: upwards) + "</figure>"
    }

    private static func rising(_ values: [Double]) -> [SIMD2<Double>] {
        let sorted = values.sorted()
        return (0...100).map { step in
            let place = min(sorted.count - 1, step * sorted.count / 100)
            return SIMD2(sorted.isEmpty ? 0 : sorted[place], Double(step) / 100)
        }
    }

    private static func rings(
        _ measurement: Measurement, _ value: (ImpressionStatistics.Ring) -> Double
    ) -> [SIMD2<Double>] {
        zip(zip(ImpressionStatistics.radii, ImpressionStatistics.radii.dropFirst()), measurement.impressions.rings)
            .map { SIMD2(($0.0 + $0.1) / 2, value($1)) }
    }

    private static func tail(_ sorted: [Float]) -> [SIMD2<Double>] {
        let most = log10(Double(max(sorted.count, 10)) / 3)
        return stride(from: 0.0, through: most, by: 0.05).map { decades in
            SIMD2(Measurement.quantile(sorted, 1 - pow(10, -decades)), -decades)
        }
    }

    private var table: String {
        let rows = report.rows.map { row in
            func bounds(_ interval: [Double]?) -> String {
                interval.map { String(format: "<small>%.3f to %.3f</small>", $0[0], $0[1]) } ?? ""
            }
            return "<tr><td>\(row.group)</td><td>\(row.name)</td>"
                + String(format: "<td>%.3f ", row.real) + bounds(row.realInterval)
                + String(format: "</td><td>%.3f to %.3f</td>", row.least, row.most)
                + String(format: "<td>%.3f ", row.synthetic) + bounds(row.syntheticInterval)
                + "</td><td class=\"\(row.agrees ? "yes" : "no")\">"
                + String(format: "%+.1f %%</td></tr>", row.difference * 100)
        }
        return "<div class=\"wide\"><table><thead><tr><th></th><th>statistic</th><th>real, pooled</th>"
            + "<th>real sets</th><th>synthetic</th><th>differs</th></tr></thead><tbody>"
            + rows.joined() + "</tbody></table></div>"
    }

    private static let style = """
        :root{color-scheme:light dark;--ink:#1c2330;--page:#fbfbf9;--card:#fff;--rule:#d9dce2;--real:#1f5fbf;\
        --made:#d1531a;--sets:#9fb0c9}\
        @media(prefers-color-scheme:dark){:root{--ink:#e4e7ec;--page:#14171c;--card:#1c2027;--rule:#353b46;\
        --real:#6ea8ff;--made:#ff9457;--sets:#4d5b73}}\
        body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}\
        main{max-width:70rem;margin:auto;padding:1.5rem}.charts{display:grid;gap:1rem;\
        grid-template-columns:repeat(auto-fit,minmax(19rem,1fr))}\
        figure{margin:0;padding:.8rem;background:var(--card);border:1px solid var(--rule);border-radius:.6rem}\
        figcaption{font-weight:600}svg{width:100%;height:auto}svg text{fill:var(--ink);font-size:11px}\
        path{fill:none;stroke-width:1;stroke:var(--sets)}path.real{stroke:var(--real);stroke-width:2.4}\
        path.made{stroke:var(--made);stroke-width:2.4}line{stroke:var(--rule)}\
        b.real{color:var(--real)}b.made{color:var(--made)}b.sets{color:var(--sets)}\
        .wide{overflow-x:auto;margin-top:1.5rem}table{border-collapse:collapse;width:100%}\
        th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--rule)}small{opacity:.7}\
        .yes{color:#2c8a4b}.no{color:var(--made);font-weight:600}
        """
}
