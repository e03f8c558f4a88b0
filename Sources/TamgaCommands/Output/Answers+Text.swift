package import TamgaWire

// What a person reads; programs use the JSON.

extension Identified {
    /// The candidates as a table, and how much of the gallery the answer covers.
    package var text: String {
        let warnings = fencedLines + warnings.map(\.line)
        guard !candidates.isEmpty else { return ([noCandidate] + decisionLines + warnings).joined(separator: "\n") }
        let searched =
            "searched \(searched) of \(gallery) templates within \(degrees(rotation)) degrees in "
            + "\(Decimal3(microseconds).text) ms (snapshot \(snapshot), matcher \(matcher))"
        return ([table.text] + decisionLines + [searched] + warnings).joined(separator: "\n")
    }

    private var fencedLines: [String] {
        fencedPersons.map {
            ["NOT COMPLETE: \($0) registered persons are in parts of the gallery that fail their test; "
                + "that they are not listed says nothing"]
        } ?? []
    }

    private var table: Table {
        let columns: [(String, Table.Side)] = [
            ("rank", .right), ("person", .left), ("score", .right), ("by chance", .right),
        ]
        let verdict: [(String, Table.Side)] = decision == nil ? [] : [("verdict", .left)]
        var table = Table(columns + verdict + [("fingers", .left)])
        for candidate in candidates {
            let cells = [
                "\(candidate.rank)", candidate.person, candidate.score.scoreText,
                ByChance(thousandths: candidate.score, searched: decision?.persons ?? searched).text,
            ]
            table.add(cells + verdict.map { _ in candidate.verdict } + [candidate.fingersText])
        }
        return table
    }

    /// The verdict, and what it rests on; nothing where the server names no threshold.
    private var decisionLines: [String] {
        guard let decision, let hits else { return [] }
        return [hits == 0 ? "no hit" : hits == 1 ? "1 hit" : "\(hits) hits", decision.text]
    }

    /// One line: the best candidate only.
    package var line: String {
        guard let best = candidates.first else { return noCandidate }
        let poor = warnings.isEmpty ? "" : "(poor template)"
        let words = [best.person, best.score.scoreText, best.verdict, swapWarning(best.swap) ?? "", poor]
        return words.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// A plain no only where every template was compared against.
    package var noCandidate: String {
        let figures = "searched \(searched) of \(gallery) templates"
        guard searched < gallery else { return "no candidate: \(figures)" }
        return "no candidate among those compared: \(figures); the other \(gallery - searched) were not compared, "
            + "so this does not say that the person is not enrolled"
    }
}

extension Verified {
    package var text: String {
        "\(person): score \(score.scoreText) (\(fingers.text)), compared with \(compared) templates"
            + (rotation.map { " within \(degrees($0)) degrees" } ?? "") + " in "
            + "\(Decimal3(microseconds).text) ms (snapshot \(snapshot), matcher \(matcher))"
            + (swapWarning(swap).map { "\n\($0)" } ?? "") + warnings.map { "\n\($0.line)" }.joined()
    }
}

extension TemplateWarning {
    /// `warning: record 2: one-spot: 0, allowed: ...`; records and views count from 1.
    var line: String {
        "warning: record \(finger + 1)\(view > 0 ? ", view \(view + 1)" : ""): \(flaw): \(text)"
    }
}

extension Person {
    package var text: String {
        let head = "\(person): enrolled \(isoTime(milliseconds: enrolledAt)), last change \(sequence)"
        return ([head] + (encounters.isEmpty ? [] : [encounterTable.text, ""]) + [fingerTable.text])
            .joined(separator: "\n")
    }

    private var encounterTable: Table {
        var table = Table([("encounter", .right), ("taken", .left), ("last change", .right)])
        for encounter in encounters {
            table.add(["\(encounter.number)", isoTime(milliseconds: encounter.takenAt), "\(encounter.changed)"])
        }
        return table
    }

    private var fingerTable: Table {
        let belonging: [(String, Table.Side)] = encounters.isEmpty ? [] : [("encounter", .right)]
        let columns: [(String, Table.Side)] = [
            ("position", .left), ("format", .right), ("quality", .right), ("minutiae", .right),
        ]
        var table = Table(belonging + columns)
        for finger in fingers {
            let cells = [positionName(finger.position), "\(finger.format)", "\(finger.quality)", "\(finger.minutiae)"]
            table.add(belonging.map { _ in finger.encounter.map { "\($0)" } ?? "" } + cells)
        }
        return table
    }
}

extension Statistics {
    package var text: String {
        let figures = Table.pairs([
            ("server", server), ("matcher", matcher), ("persons", "\(persons)"), ("templates", "\(references)"),
            ("snapshot", "\(snapshot)"), ("shards", "\(shards)"), ("connections", "\(connections)"),
            ("uptime", "\(Decimal3(uptimeMilliseconds).text) s"),
        ])
        guard !requests.isEmpty else { return figures }
        var table = Table([("request", .left), ("answered", .right), ("refused", .right)])
        for count in requests { table.add([count.kind, "\(count.answered)", "\(count.refused)"]) }
        return "\(figures)\n\n\(table.text)"
    }
}

extension Int32 {
    /// A score in thousandths, as a decimal number with three digits.
    var scoreText: String { Decimal3(self).text }
}

extension [FingerScore] {
    var text: String {
        guard !isEmpty else { return "no finger compared" }
        return map { "\($0.place) \($0.score.scoreText)" }.joined(separator: ", ")
    }
}

extension Candidate {
    /// The fingers, after a warning where some were exchanged.
    fileprivate var fingersText: String {
        [swapWarning(swap), fingers.text].compactMap(\.self).joined(separator: ": ")
    }
}

extension FingerScore {
    /// The probe's finger, and the person's where that has another name.
    fileprivate var place: String {
        guard position != referencePosition else { return positionName(position) }
        return "\(positionName(position)) as \(positionName(referencePosition))"
    }
}
