import TamgaReporting

/// The table of targets as a page, with a link to each row's report.
package struct TablePage {
    private let results: [TableResult]
    private let turns: [TurnResult]
    private let matcher: String

    package init(_ results: [TableResult], turns: [TurnResult], matcher: String) {
        (self.results, self.turns, self.matcher) = (results, turns, matcher)
    }

    /// The page.
    package func html() -> String {
        let met = results.flatMap { result in result.row.targets.map { result.meets($0) } }
        let lead = "Matcher <code>\(Markup.escaped(matcher))</code> · \(met.count { $0 }) of \(met.count) targets met"
        return ReportPage.html(
            title: "Evaluation",
            body: """
                <header><h1>Evaluation</h1><p class="lead">\(lead)</p></header>
                <h2>Error rates</h2>
                <p class="small">Percent, with 95 % intervals; one threshold for each row; all mated pairs and all
                non-mated pairs within a database. Behind a rate that has a target stands whether it is met.</p>
                \(rates())
                \(turned())
                """)
    }

    private func rates() -> String {
        let head = ["Set", "Mated", "Non-mated"] + TableRow.Target.Rate.all.map(\.name)
        let rows = results.map { result in
            let rates = result.verification.pooled.rates
            let link = "<a href=\"\(Markup.escaped(result.row.key)).html\">\(Markup.escaped(result.row.title))</a>"
            return ReportTables.Row(
                cells: [link, Markup.count(rates.mated), Markup.count(rates.nonMated)]
                    + TableRow.Target.Rate.all.map { cell(result, $0) },
                isTotal: !result.row.targets.isEmpty)
        }
        return ReportTables.table(head, rows)
    }

    private func cell(_ result: TableResult, _ rate: TableRow.Target.Rate) -> String {
        let text = ReportTables.cell(result.value(rate), result.interval(rate))
        guard let target = result.row.targets.first(where: { $0.rate == rate }) else { return text }
        let style = result.meets(target) ? "met" : "missed"
        let sign = result.meets(target) ? "✓" : "✗"
        return "\(text)<br><small class=\"\(style)\">\(sign) \(Markup.escaped(rate.bound(target.limit)))</small>"
    }

    private func turned() -> String {
        guard let first = turns.first else { return "" }
        let head = ["Set"] + first.points.map { "\(Int($0.degrees))°" } + ["Worst loss"]
        let rows = turns.map { turn in
            ReportTables.Row(
                cells: [Markup.escaped(turn.title)] + turn.points.map { Markup.percent($0.fnmr) }
                    + [Markup.percent(turn.worstLoss)], isTotal: false)
        }
        return "<h2>Turned probes</h2><p class=\"small\">FNMR at FMR 1e-3, percent, with every probe turned by so "
            + "much; the threshold is each angle's own. The loss is in points.</p>" + ReportTables.table(head, rows)
    }
}
