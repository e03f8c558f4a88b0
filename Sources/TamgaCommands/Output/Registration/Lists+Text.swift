internal import TamgaRegistry
internal import TamgaWire

// Alerts, what is due and histories as tables.

/// The names of their columns.
private enum ListLabels {
    static let fact = Localized(kazakh: "жазба", russian: "запись", english: "fact")
    static let time = Localized(kazakh: "уақыты", russian: "время", english: "time")
    static let banned = Localized(kazakh: "тыйым салынған адам", russian: "лицо под запретом", english: "banned")
    static let cameAs = Localized(kazakh: "қандай нөмірмен келді", russian: "явился как", english: "came as")
    static let score = AssessmentLabels.score
    static let agency = Localized(kazakh: "орган", russian: "орган", english: "body")
    static let station = Localized(kazakh: "бекет", russian: "пост", english: "station")
    static let officer = Localized(kazakh: "қызметкер", russian: "сотрудник", english: "officer")
    static let removal = Localized(kazakh: "тыйым жазбасы", russian: "запись о запрете", english: "removal")
    static let seen = Localized(kazakh: "қаралды", russian: "рассмотрено", english: "seen")
    static let claims = Localized(kazakh: "мәлімделгені", russian: "заявлено", english: "claimed")
    static let person = Localized(kazakh: "тіркеу нөмірі", russian: "номер", english: "number")
    static let fingers = Localized(kazakh: "саусақтар", russian: "пальцы", english: "fingers")
    static let place = Localized(kazakh: "орны", russian: "место", english: "place")
    static let event = Localized(kazakh: "оқиға", russian: "событие", english: "event")
    static let content = Localized(kazakh: "мазмұны", russian: "содержание", english: "content")
    static let yes = Localized(kazakh: "иә", russian: "да", english: "yes")
    static let no = Localized(kazakh: "ЖОҚ", russian: "НЕТ", english: "NO")
    static let nobody = Localized(kazakh: "тіркелмеген", russian: "не зарегистрирован", english: "not registered")

    static func table(_ columns: [Localized], _ language: Language) -> Table {
        Table(columns.map { ($0[language], .left) })
    }
}

/// Said where a list is empty.
private enum EmptyList {
    static let alerts = Localized(kazakh: "Ескертулер жоқ.", russian: "Оповещений нет.", english: "No alerts.")
    static let due = Localized(
        kazakh: "Қайта алынатын таңбалар жоқ.", russian: "Повторных снятий отпечатков не назначено.",
        english: "No re-captures are due.")
    static let history = Localized(
        kazakh: "Тарихта ештеңе жоқ.", russian: "В истории ничего нет.", english: "Nothing is in the history.")
}

extension [AlertEntry] {
    func text(_ language: Language) -> String {
        guard !isEmpty else { return EmptyList.alerts[language] }
        var table = ListLabels.table(
            [
                ListLabels.fact, ListLabels.seen, ListLabels.time, ListLabels.banned, ListLabels.cameAs,
                ListLabels.score, ListLabels.agency, ListLabels.station, ListLabels.removal, ListLabels.claims,
            ], language)
        for alert in self {
            table.add([
                alert.fact.text, (alert.isSeen ? ListLabels.yes : ListLabels.no)[language],
                isoTime(milliseconds: alert.at), alert.person, alert.cameAs ?? ListLabels.nobody[language],
                alert.score.scoreText, alert.agency.agency(language), alert.station, alert.removal.text,
                alert.claims.joined(separator: ", "),
            ])
        }
        return table.text
    }
}

extension [DueEntry] {
    func text(_ language: Language) -> String {
        guard !isEmpty else { return EmptyList.due[language] }
        var table = ListLabels.table(
            [
                ListLabels.fact, ListLabels.time, ListLabels.person, ListLabels.fingers, ListLabels.claims,
                ListLabels.place,
            ], language)
        for due in self {
            table.add([
                due.fact.text, isoTime(milliseconds: due.since), due.person ?? ListLabels.nobody[language],
                due.notTaken.map { $0.text(language) }.joined(separator: ", "), due.claims.joined(separator: ", "),
                due.place ?? "",
            ])
        }
        return table.text
    }
}

extension NotTakenFinger {
    fileprivate func text(_ language: Language) -> String {
        "\(positionName(position)): \(reason.words(language, MissingReason.self, \.text))"
    }
}

extension [HistoryEntry] {
    func text(_ language: Language) -> String {
        guard !isEmpty else { return EmptyList.history[language] }
        var table = ListLabels.table(
            [
                ListLabels.fact, ListLabels.time, ListLabels.event, ListLabels.agency, ListLabels.station,
                ListLabels.officer, ListLabels.content,
            ], language)
        for entry in self {
            table.add([
                entry.fact.text, isoTime(milliseconds: entry.at), entry.kind.words(language, Fact.Kind.self, \.text),
                entry.agency.agency(language), entry.station, entry.officer ?? "", entry.content,
            ])
        }
        return table.text
    }
}

extension Certified {
    func text(_ person: String, _ path: String, _ language: Language) -> String {
        "\(Fact.Kind.certificate.text[language]): \(serial), \(person), \(path) (\(file.count) B, "
            + "\(Decimal3(microseconds).text) ms)"
    }
}
