internal import TamgaRegistry
internal import TamgaWire

// Entry bans, so that nobody overlooks them; and whose they are, so that nobody is held for another's.
extension Assessment {
    func banLines(_ language: Language) -> [String] {
        let heading = bans.isEmpty ? [] : ["!!! \(BanLabels.heading[language]) !!!"]
        let lines = bans.map { "!!! " + $0.line(of: standing($0.person), language) }
        let raised = alerts == 0 ? [] : ["!!! \(BanLabels.alerts[language]): \(alerts)"]
        return heading + lines + raised
    }

    private func standing(_ banned: String) -> Localized {
        if banned == person { return BanLabels.recognised }
        return owners.contains(banned) ? BanLabels.owner : BanLabels.perhaps
    }
}

extension BanInForce {
    /// Whose ban it is, its term, its ground, and who is to be told.
    fileprivate func line(of standing: Localized, _ language: Language) -> String {
        let kind = kind.words(language, Removal.Kind.self, \.text)
        return [
            "\(person) (\(standing[language])): \(kind)", term(language), "\(BanLabels.ground[language]): \(ground)",
            "\(BanLabels.told[language]): \(owner.agency(language))",
            "\(BanLabels.removal[language]) \(removal.text)",
        ].joined(separator: "; ")
    }

    /// The term in words; as the server wrote it where its days are none.
    private func term(_ language: Language) -> String {
        do {
            let last = try until.map { try CalendarDate($0) }
            return try EntryBan(from: CalendarDate(from), until: last).text[language]
        } catch {
            return "\(from) - \(until ?? AssessmentLabels.none[language])"
        }
    }
}
