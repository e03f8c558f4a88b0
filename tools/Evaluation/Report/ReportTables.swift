import TamgaReporting

/// The tables of a report.
struct ReportTables {
    private let verification: Verification?
    private let identification: Identification?

    init(_ verification: Verification?, _ identification: Identification?) {
        (self.verification, self.identification) = (verification, identification)
    }

    func html() -> String {
        var sections: [String] = []
        if let verification {
            sections.append(
                "<h2>Verification</h2>" + verificationTable(verification) + notes(verification.pooled.rates.notes))
            sections.append(failingFingers(verification))
        }
        if let identification {
            sections.append(
                "<h2>Identification</h2>" + identificationTable(identification)
                    + notes(identification.pooled.rates.notes))
        }
        return sections.joined(separator: "\n")
    }

    private func verificationTable(_ verification: Verification) -> String {
        let parts = verification.databases.count > 1
            ? verification.databases + [verification.pooled] : [verification.databases[0]]
        let head = ["Database", "Mated", "Non-mated", "EER"] + Decade.falseMatch.map { "FNMR @ \($0.name)" }
            + ["ZeroFMR", "Threshold @ 1e-3"]
        let rows = parts.enumerated().map { index, part in
            let (rates, ci) = (part.rates, part.intervals)
            let cells = [Markup.escaped(part.name), Markup.count(rates.mated), Markup.count(rates.nonMated)]
                + [Self.cell(rates.eer, ci.eer)] + zip(rates.fnmr, ci.fnmr).map(Self.cell)
                + [Self.cell(rates.zeroFMR, ci.zeroFMR), Markup.score(rates.thresholds.fnmr[1])]
            return Row(cells: cells, isTotal: index > 0 && index == parts.count - 1)
        }
        return Self.table(head, rows)
            + "<p class=\"small\">Percent, with 95 % intervals; FNMR @ a false match rate. The intervals are "
            + "of a bootstrap over \(verification.rules.fingers == 1 ? "fingers" : "persons"). A pair matches when its "
            + "score is greater than the threshold.</p>"
    }

    private func identificationTable(_ identification: Identification) -> String {
        let parts = identification.databases.count > 1
            ? identification.databases + [identification.pooled] : identification.databases
        let head = ["Database", "Searches", "Rank-1", "Rank 5", "Rank 20"]
            + Decade.falsePositive.map { "FNIR @ \($0.name)" }
        let rows = parts.enumerated().map { index, part in
            let cells = [
                Markup.escaped(part.name), Markup.count(part.mated), Self.cell(part.rankOne, part.intervals.rankOne),
                Markup.percent(part.cmc.isEmpty ? nil : part.cmc[4]), Markup.percent(part.cmc.last),
            ] + zip(part.fnir, part.intervals.fnir).map(Self.cell)
            return Row(cells: cells, isTotal: index > 0 && index == parts.count - 1)
        }
        return Self.table(head, rows)
            + "<p class=\"small\">\(Markup.escaped(EvaluationReport.gallery(identification))). Each probe is searched "
            + "among everybody, and, for FPIR, among everybody but its own person.</p>"
    }

    /// Fingers, or persons where fingers are fused, by how many of their mated pairs miss at FMR 1e-3.
    private func failingFingers(_ verification: Verification) -> String {
        let failing = verification.misses().prefix(12)
        guard !failing.isEmpty else { return "" }
        let rows = failing.map { miss in
            Row(
                cells: [
                    Markup.escaped("\(miss.database)/\(miss.name)"), Markup.count(miss.mated),
                    Markup.count(miss.missed), Markup.percent(Double(miss.missed) / Double(miss.mated)),
                ], isTotal: false)
        }
        return "<h2>Where it fails</h2><p class=\"small\">Those with the most mated pairs at or below the threshold of "
            + "FMR 1e-3.</p>" + Self.table(["Finger", "Mated pairs", "Missed", "FNMR"], Array(rows))
    }

    private func notes(_ notes: [String]) -> String {
        notes.map { "<p class=\"small\">Note: \(Markup.escaped($0)).</p>" }.joined()
    }
}

extension ReportTables {
    struct Row {
        /// Markup, the first a name.
        var cells: [String]
        var isTotal: Bool
    }

    static func table(_ head: [String], _ rows: [Row]) -> String {
        let titles = head.map { "<th>\(Markup.escaped($0))</th>" }.joined()
        let lines = rows.map { row in
            "<tr\(row.isTotal ? " class=\"all\"" : "")>" + row.cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
        }
        return "<div class=\"scroll\"><table><thead><tr>\(titles)</tr></thead><tbody>\(lines.joined(separator: "\n"))"
            + "</tbody></table></div>"
    }

    static func cell(_ rate: Double?, _ interval: Interval?) -> String {
        let range = interval.map { "<small>\(Markup.range($0))</small>" } ?? ""
        return Markup.percent(rate) + (rate == nil ? "" : range)
    }
}
