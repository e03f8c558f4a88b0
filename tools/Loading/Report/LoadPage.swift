import TamgaReporting
import TamgaWire

/// The report as one page of HTML that needs nothing else.
package struct LoadPage {
    private let report: LoadReport

    package init(_ report: LoadReport) { self.report = report }

    package var html: String {
        ReportPage.html(
            title: "Load", body: ([head, warnings, tiles, search] + stretches + [testers]).joined(separator: "\n"))
    }

    /// The stretches drawn in full: not all steps of a search.
    private var drawn: [StretchFigures] {
        [report.headline, report.overload?.figures].compactMap(\.self)
    }

    private var head: String {
        let (options, server) = (report.options, report.before)
        let facts = [
            ("Server", server.server), ("matcher", server.matcher),
            ("gallery", "\(server.persons) persons, \(server.references) templates, \(server.shards) shards"),
            ("mix", "\(options.mix)"), ("connections", "\(options.connections)"), ("goal", "\(options.goal)"),
            ("seed", "\(options.seed)"), ("run", "\(options.run)"),
        ]
        let words = facts.map { "\($0) <code>\(Markup.escaped($1))</code>" }
        return "<header><h1>Load</h1><p class=\"lead\">\(words.joined(separator: " · "))</p></header>"
    }

    private var warnings: String {
        let doubts = report.doubts.map { "<p><b>Not to be trusted.</b> \(Markup.escaped($0))</p>" }
        let findings = report.findings.map { "<p><b>Finding.</b> \(Markup.escaped($0))</p>" }
        return (doubts + findings).joined(separator: "\n")
    }

    private var tiles: String {
        var tiles: [(String, String, String)] = []
        if let found = report.found {
            tiles.append((
                "Highest rate that holds", LoadReport.number(found.rate),
                found.isConfirmed ? "a second, confirmed" : "a second, not confirmed"
            ))
        }
        if let headline = report.headline, let goal = headline[report.options.goal.kind] {
            tiles.append(("p99, \(goal.kind.rawValue)", LoadReport.number(goal.p99), "milliseconds"))
            tiles.append(("Arrivals", LoadReport.number(headline.rate), "a second, all classes"))
            tiles.append(("Wrong answers", "\(headline.wrong)", "of \(goal.sent) and those of other classes"))
        }
        if let overload = report.overload {
            let (base, over) = overload.goodput
            tiles.append((
                "Goodput under overload", LoadReport.number(over),
                "a second; \(LoadReport.number(base)) without"
            ))
        }
        let all = tiles.map { title, value, note in
            "<div class=\"tile\"><span>\(Markup.escaped(title))</span><b>\(Markup.escaped(value))</b>"
                + "<span>\(Markup.escaped(note))</span></div>"
        }
        return "<div class=\"tiles\">\(all.joined())</div>"
    }

    private var search: String {
        guard !report.steps.isEmpty else { return "" }
        let rows = report.steps.map { step in
            let goal = step.figures[report.options.goal.kind]
            return [
                step.figures.name, LoadReport.number(step.step.rate), "\(goal?.sent ?? 0)",
                LoadReport.number(goal?.p50), LoadReport.number(goal?.p99), "\(goal?.refusals ?? 0)",
                step.figures.holds ? "holds" : step.figures.gaveUp ? "fails, ended early" : "fails",
            ]
        }
        return "<h2>Search for the highest rate</h2><div class=\"charts\">"
            + Self.figure("Steps", "red ones failed the goal", LoadCharts.steps(report.steps, report.options.goal))
            + "</div>"
            + Self.table(["Step", "Arrivals/s", "Sent", "p50 ms", "p99 ms", "Refused", "Goal"], rows)
    }

    private var stretches: [String] {
        drawn.map { stretch in
            let title = "\(stretch.name), \(LoadReport.number(stretch.rate)) arrivals a second"
            return "<h2>\(Markup.escaped(title))</h2>" + classes(stretch) + "<div class=\"charts\">"
                + Self.figure(
                    "Percentiles", "of what was answered, from the time it should have been sent",
                    LoadCharts.percentiles(stretch))
                + Self.figure("Latency over time", "by the second of the answer", LoadCharts.latencies(stretch))
                + Self.figure("Rate over time", "all classes together", LoadCharts.rates(stretch)) + "</div>"
        }
    }

    private func classes(_ stretch: StretchFigures) -> String {
        let head = [
            "Class", "Sent", "Ok", "Refused", "Missed", "Wrong", "Lost", "p50 ms", "p99 ms", "p99.9 ms", "Max ms",
            "Rate/s",
        ]
        let rows = stretch.classes.map { figures in
            [
                figures.kind.rawValue, "\(figures.sent)", "\(figures.ok)", Self.refusals(figures), "\(figures.missed)",
                "\(figures.wrong)", "\(figures.lost)", LoadReport.number(figures.p50), LoadReport.number(figures.p99),
                LoadReport.number(figures.p999), LoadReport.number(figures.longest), LoadReport.number(figures.rate),
            ]
        }
        return Self.table(head, rows)
    }

    private static func refusals(_ figures: ClassFigures) -> String {
        let codes = figures.refused.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        return codes.isEmpty ? "0" : codes.joined(separator: ", ")
    }

    private var testers: String {
        let rows = report.stretches.map { stretch in
            let tester = stretch.tester
            return [
                stretch.name, LoadReport.number(stretch.rate), LoadReport.number(tester.latenessP99),
                LoadReport.number(tester.worstLateness), LoadReport.number(tester.processorSeconds),
                LoadReport.number(tester.seconds), "\(tester.reconnections)", tester.wasLate ? "late" : "in time",
            ]
        }
        return "<h2>The tester itself</h2><p class=\"small\">How long after their time requests went out, and what the "
            + "tester took of the processor. Where it was late, latencies are not the server's alone.</p>"
            + Self.table(
                [
                    "Stretch", "Arrivals/s", "Late, p99 ms", "Late, max ms", "Processor s", "Of s", "Reconnections",
                    "Was",
                ], rows)
    }
}

// MARK: Pieces
extension LoadPage {
    private static func figure(_ title: String, _ note: String, _ chart: String) -> String {
        guard !chart.isEmpty else { return "" }
        return "<figure><figcaption>\(Markup.escaped(title))<small>\(Markup.escaped(note))</small></figcaption>"
            + "\(chart)</figure>"
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        let top = head.map { "<th>\(Markup.escaped($0))</th>" }.joined()
        let body = rows.map { row in
            "<tr>" + row.map { "<td>\(Markup.escaped($0))</td>" }.joined() + "</tr>"
        }
        return "<div class=\"scroll\"><table><tr>\(top)</tr>\(body.joined(separator: "\n"))</table></div>"
    }
}
