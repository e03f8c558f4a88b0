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

// Refusals of fingers before, which are reasons for expulsion: the officer is told of each.
extension Assessment {
    func refusalLines(_ language: Language) -> [String] {
        refusals.map { refusal in
            let place = "\(refusal.agency.agency(language)), \(refusal.station)"
            return "!!! \(BanLabels.refused[language]): \(refusal.claim); \(isoTime(milliseconds: refusal.at)); "
                + "\(place); \(BanLabels.removal[language]) \(refusal.fact.text)"
        }
    }
}

extension FactRequest {
    /// What is written down; of a removal which it is, and in which term the person may not enter.
    func text(_ language: Language) -> String {
        guard case .remove(let removal) = self else { return kind.text[language] }
        let term = removal.ban.map { termText($0.from, $0.until, language) } ?? BanLabels.noBan[language]
        return "\(removal.removal.words(language, Removal.Kind.self, \.text)); \(term)"
    }
}

/// The term of a ban in words; as it was written where its days are none.
private func termText(_ from: String, _ until: String?, _ language: Language) -> String {
    do {
        let last = try until.map { try CalendarDate($0) }
        return try EntryBan(from: CalendarDate(from), until: last).text[language]
    } catch {
        return "\(from) - \(until ?? AssessmentLabels.none[language])"
    }
}

extension BanInForce {
    /// Whose ban it is, its term, its ground, and who is to be told.
    fileprivate func line(of standing: Localized, _ language: Language) -> String {
        let kind = kind.words(language, Removal.Kind.self, \.text)
        return [
            "\(person) (\(standing[language])): \(kind)", termText(from, until, language),
            "\(BanLabels.ground[language]): \(ground)",
            "\(BanLabels.told[language]): \(owner.agency(language))",
            "\(BanLabels.removal[language]) \(removal.text)",
        ].joined(separator: "; ")
    }
}
