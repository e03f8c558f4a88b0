import TamgaMatcher
import TamgaReporting

/// A result as one page of HTML that needs nothing else.
package struct EvaluationReport {
    package var title: String
    package var verification: Verification?
    package var identification: Identification?
    /// What was asked for, such as the layout and a turn of the probes: a word and its value.
    package var conditions: [(String, String)]

    package init(
        title: String, verification: Verification?, identification: Identification?, conditions: [(String, String)]
    ) {
        (self.title, self.verification, self.identification) = (title, verification, identification)
        self.conditions = conditions
    }

    /// The page.
    package func html() -> String {
        ReportPage.html(
            title: title,
            body: [head(), tiles(), charts(), ReportTables(verification, identification).html(), pairs()]
                .joined(separator: "\n"))
    }

    private func head() -> String {
        let facts = ([("Matcher", Matcher.version)] + conditions).map { word, value in
            "\(Markup.escaped(word)) <code>\(Markup.escaped(value))</code>"
        }
        return "<header><h1>\(Markup.escaped(title))</h1>"
            + "<p class=\"lead\">\(facts.joined(separator: " · "))</p></header>"
    }

    private func tiles() -> String {
        var tiles: [(String, Double?, Interval?)] = []
        if let pooled = verification?.pooled {
            tiles.append(("Equal error rate", pooled.rates.eer, pooled.intervals.eer))
            tiles.append(("FNMR at FMR 0.1 %", pooled.rates.fnmr[1], pooled.intervals.fnmr[1]))
            tiles.append(("FNMR at FMR 0.01 %", pooled.rates.fnmr[2], pooled.intervals.fnmr[2]))
            tiles.append(("ZeroFMR", pooled.rates.zeroFMR, pooled.intervals.zeroFMR))
        }
        if let pooled = identification?.pooled {
            tiles.append(("Rank-1", pooled.rankOne, pooled.intervals.rankOne))
            tiles.append(("FNIR at FPIR 1 %", pooled.fnir[1], pooled.intervals.fnir[1]))
        }
        let all = tiles.map { title, rate, interval in
            let range = interval.map { "95 %: \(Markup.range($0))" } ?? "no interval"
            let (unit, note) = rate == nil ? ("", "too few to say") : (" <small>%</small>", range)
            return "<div class=\"tile\"><span>\(title)</span><b>\(Markup.percent(rate))\(unit)</b>"
                + "<span>\(note)</span></div>"
        }
        return "<div class=\"tiles\">\(all.joined())</div>"
    }

    private func charts() -> String {
        var charts: [(String, String, String)] = []
        if let verification {
            charts.append(("Detection error trade-off", "points with 95 % intervals", RateCharts.det(verification)))
            charts.append((
                "Scores", "mated and non-mated pairs; the last bin holds all above",
                RateCharts.histogram(verification.pooled)
            ))
            charts.append((
                "Calibration", "does a score mean what it says?", RateCharts.calibration(verification.pooled)
            ))
        }
        if let identification {
            charts.append((
                "Cumulative match characteristic", Self.gallery(identification), RateCharts.cmc(identification)
            ))
        }
        let all = charts.filter { !$0.2.isEmpty }.map { title, note, chart in
            "<figure><figcaption>\(title)<small>\(Markup.escaped(note))</small></figcaption>\(chart)</figure>"
        }
        return "<h2>Curves</h2><div class=\"charts\">\(all.joined())</div>"
    }

    static func gallery(_ identification: Identification) -> String {
        let gallery = identification.gallery
        let engine = identification.rules.isExhaustive ? "everybody compared exactly" : "the staged search"
        return "gallery of \(Markup.count(gallery.persons)) persons, \(Markup.count(gallery.references)) templates; "
            + engine
    }

    private func pairs() -> String {
        var sections: [(String, [DrawnPair])] = []
        if let verification {
            sections.append(("Worst mated pairs", ExtremePairs.worstMated(verification)))
            sections.append(("Best non-mated pairs", ExtremePairs.bestNonMated(verification)))
        } else if let identification {
            sections.append(("Searches with the lowest mates", ExtremePairs.lowestMates(identification)))
            sections.append(("Searches with the highest strangers", ExtremePairs.highestStrangers(identification)))
        }
        return sections.filter { !$0.1.isEmpty }.map { title, pairs in
            "<h2>\(title)</h2><p class=\"small\">A dot is a minutia, its line its direction; lines across join the "
                + "minutiae that were paired.</p>"
                + "<div class=\"pairs\">\(pairs.map { $0.figure() }.joined(separator: "\n"))</div>"
        }.joined(separator: "\n")
    }
}
