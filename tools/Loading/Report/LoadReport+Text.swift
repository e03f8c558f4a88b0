import Foundation

extension LoadReport {
    /// Three significant digits, or all before the point; a dash for none.
    static func number(_ value: Double?) -> String {
        guard let value else { return "-" }
        if value.magnitude >= 100 || value == value.rounded() { return String(format: "%.0f", value) }
        return String(format: value.magnitude >= 10 ? "%.1f" : "%.3g", value)
    }

    /// The summary for a terminal.
    package var text: String {
        var lines = options.mode == .fixed ? stretches.prefix(1).flatMap(Self.table) : []
        lines += steps.map { Self.line($0.figures) }
        if let found { lines.append(Self.line(found, options.goal)) }
        if found != nil, let headline { lines += [""] + Self.table(headline) }
        if let overload { lines += [""] + Self.table(overload.figures) + [Self.line(overload)] }
        if let idle { lines.append("\(idle.held) idle connections held, \(idle.alive) answered at the end") }
        lines += doubts.map { "NOT TO BE TRUSTED: \($0)" }
        lines += findings.map { "FINDING: \($0)" }
        return lines.joined(separator: "\n")
    }

    /// One stretch: a line for each class, then what the tester did itself.
    package static func table(_ stretch: StretchFigures) -> [String] {
        func columns(_ cells: [String]) -> String {
            let widths = [14, 8, 8, 8, 7, 6, 6, 9, 9, 9, 9, 9]
            return zip(cells, widths).enumerated().map { index, cell in
                let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
                return index == 0 ? cell.0 + space : space + cell.0
            }.joined()
        }
        let head = [
            "class", "sent", "ok", "refused", "missed", "wrong", "lost", "p50 ms", "p99 ms", "p99.9 ms", "max ms",
            "rate/s",
        ]
        let rows = stretch.classes.map { figures in
            [
                figures.kind.rawValue, "\(figures.sent)", "\(figures.ok)", "\(figures.refusals)", "\(figures.missed)",
                "\(figures.wrong)", "\(figures.lost)", number(figures.p50), number(figures.p99), number(figures.p999),
                number(figures.longest), number(figures.rate),
            ]
        }
        let refusals = stretch.classes.flatMap { figures in
            figures.refused.sorted { $0.key < $1.key }.map { "\(figures.kind.rawValue): \($0.value) \($0.key)" }
        }
        let tester = stretch.tester
        return ["\(stretch.name): \(number(stretch.rate)) arrivals a second" + (stretch.gaveUp ? ", ended early" : "")]
            + ([head] + rows).map(columns)
            + (refusals.isEmpty ? [] : ["refused: " + refusals.joined(separator: ", ")])
            + [
                "the tester: sent at most \(number(tester.worstLateness)) ms late (99 % within "
                    + "\(number(tester.latenessP99)) ms), took \(number(tester.processorSeconds)) s of processor time "
                    + "in \(number(tester.seconds)) s, \(tester.reconnections) reconnections",
            ]
    }

    /// One stretch in a line: what its goal's class came to.
    package static func line(_ figures: StretchFigures) -> String {
        let goal = figures[figures.goal.kind]
        let held = figures.holds ? (figures.isTelling ? "holds" : "holds, of too few requests to say so")
            : figures.gaveUp ? "fails, ended early" : "fails"
        return "\(figures.name): \(number(figures.rate))/s  p99 \(number(goal?.p99)) ms  refused "
            + "\(goal?.refusals ?? 0)  \(held)"
    }

    private static func line(_ found: StepSearch.Found, _ goal: LatencyGoal) -> String {
        guard let rate = found.rate else { return "no rate held \(goal), of those with enough requests to say so" }
        return "highest rate that held \(goal): \(number(rate)) a second"
            + (found.isConfirmed ? "" : " (not confirmed: the search ended before)")
    }

    private static func line(_ overload: Overload) -> String {
        let (base, over) = overload.goodput
        let share = base > 0 ? " (\(number(over / base * 100)) %)" : ""
        return "goodput, answers in time a second: \(number(base)) at \(number(overload.base.rate))/s, "
            + "\(number(over)) at \(number(overload.factor)) times that\(share)"
    }
}
