package import TamgaWire

// What a person reads; programs use the JSON.

extension Identified {
    /// The candidates as a table, and how much of the gallery the answer covers.
    package var text: String {
        guard !candidates.isEmpty else { return noCandidate }
        var table = Table([
            ("rank", .right), ("person", .left), ("score", .right), ("by chance", .right), ("fingers", .left),
        ])
        for candidate in candidates {
            table.add([
                "\(candidate.rank)", candidate.person, candidate.score.scoreText,
                ByChance(thousandths: candidate.score, searched: searched).text, candidate.fingers.text,
            ])
        }
        return "\(table.text)\nsearched \(searched) of \(gallery) templates in \(Decimal3(microseconds).text) ms"
            + " (snapshot \(snapshot), matcher \(matcher))"
    }

    /// One line: the best candidate only.
    package var line: String {
        guard let best = candidates.first else { return noCandidate }
        return "\(best.person)  \(best.score.scoreText)"
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
        "\(person): score \(score.scoreText) (\(fingers.text)), compared with \(compared) templates in "
            + "\(Decimal3(microseconds).text) ms (snapshot \(snapshot), matcher \(matcher))"
    }
}

extension Enrolled {
    package var text: String {
        "enrolled \(person): \(references) templates, change \(sequence), snapshot \(snapshot), "
            + "\(Decimal3(microseconds).text) ms"
    }
}

extension Deleted {
    package var text: String { "deleted \(person): \(references) templates, change \(sequence)" }
}

extension Person {
    package var text: String {
        var table = Table([("position", .left), ("format", .right), ("quality", .right), ("minutiae", .right)])
        for finger in fingers {
            table.add([
                positionName(finger.position), "\(finger.format)", "\(finger.quality)", "\(finger.minutiae)",
            ])
        }
        return "\(person): enrolled \(isoTime(milliseconds: enrolledAt)), change \(sequence)\n\(table.text)"
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
        return map { "\(positionName($0.position)) \($0.score.scoreText)" }.joined(separator: ", ")
    }
}
