package import TamgaRegistry
package import TamgaWire

// What an officer reads of somebody: bans first, then what was done, what the fingers say, and what to do.
extension Assessment {
    /// Everything the answer says, in one language.
    package func text(_ language: Language) -> String {
        let parts: [[String]] = [
            banLines(language), refusalLines(language), heading(language), figures(language), doubtLines(language),
            stepLines(language), candidateLines(language), searchLines(language), warnings.map(\.line),
            [trailer(language)],
        ]
        return parts.flatMap(\.self).joined(separator: "\n")
    }

    /// What was done, written large, and the verdict.
    private func heading(_ language: Language) -> [String] {
        let done = outcome.words(language, RegistrationOutcome.self, \.text).uppercased()
        let verdict = verdict.words(language, Verdict.self, \.text)
        return [done] + (isReplay ? [AssessmentLabels.replay[language]] : []) + [verdict]
    }

    private func figures(_ language: Language) -> [String] {
        let values: [(Localized, String?)] = [
            (AssessmentLabels.person, person), (AssessmentLabels.identifiers, Self.list(identifiers)),
            (AssessmentLabels.owners, Self.list(owners)), (AssessmentLabels.swap, swapText(swap, language)),
        ]
        let pairs = values.compactMap { label, value in value.map { (label[language], $0) } }
        return pairs.isEmpty ? [] : [Table.pairs(pairs)]
    }

    private static func list(_ words: [String]) -> String? { words.isEmpty ? nil : words.joined(separator: ", ") }

    private func doubtLines(_ language: Language) -> [String] {
        doubts.map { "? " + $0.words(language, Doubt.self, \.text) }
    }

    /// Steps that are left: who is registered already is not to be registered. The finger to take stands behind the
    /// step that takes it, or by itself where no step does.
    private func stepLines(_ language: Language) -> [String] {
        let steps = next.filter { !(isRegistered && $0.text == NextStep.register.rawValue) }
        let finger = captureNext.map { positionText($0, language) }
        let taking = [NextStep.captureFinger.rawValue, NextStep.recaptureQuality.rawValue]
        var lines = steps.map { step in
            let words = step.words(language, NextStep.self, \.text)
            return taking.contains(step.text) ? words + (finger.map { " \(Self.mark) \($0)" } ?? "") : words
        }
        if let finger, !steps.contains(where: { taking.contains($0.text) }) {
            lines.append("\(AssessmentLabels.finger[language]) \(Self.mark) \(finger)")
        }
        guard !lines.isEmpty else { return [] }
        return [AssessmentLabels.next[language]] + lines.enumerated().map { "  \($0.offset + 1). \($0.element)" }
    }

    private static let mark = ">>"

    private var isRegistered: Bool { outcome.text == RegistrationOutcome.registered.rawValue }

    private func candidateLines(_ language: Language) -> [String] {
        guard !candidates.isEmpty else { return [] }
        var table = Table([
            (AssessmentLabels.candidate[language], .left), (AssessmentLabels.score[language], .right),
            (AssessmentLabels.byChance[language], .right), ("", .left), ("", .left),
        ])
        for candidate in candidates {
            let result = candidate.isHit ? AssessmentLabels.hit : AssessmentLabels.belowThreshold
            table.add([
                candidate.person, candidate.score.scoreText, byChance(candidate), result[language],
                swapText(candidate.swap, language) ?? "",
            ])
        }
        return [table.text]
    }

    /// How many strangers would reach the score, by the templates that were compared.
    private func byChance(_ candidate: AssessmentCandidate) -> String {
        guard let search else { return "" }
        return ByChance(thousandths: candidate.score, searched: search.searched).text
    }

    private func searchLines(_ language: Language) -> [String] {
        search?.lines(language) ?? [SearchSummary.nothing[language]]
    }

    private func trailer(_ language: Language) -> String {
        let parts = [
            due.map { "\(AssessmentLabels.due[language]): \($0.text)" },
            sequence.map { "\(AssessmentLabels.change[language]): \($0)" }, "\(Decimal3(microseconds).text) ms",
        ]
        return parts.compactMap(\.self).joined(separator: "; ")
    }
}
