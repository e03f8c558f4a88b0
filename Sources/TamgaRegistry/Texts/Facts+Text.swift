extension Removal.Kind {
    /// Which of the two, as a noun.
    public var text: Localized {
        switch self {
        case .expulsion: Localized(kazakh: "шығарып жіберу", russian: "выдворение", english: "expulsion")
        case .readmission: Localized(kazakh: "реадмиссия", russian: "реадмиссия", english: "readmission")
        }
    }
}

extension EntryBan {
    /// The term in a sentence: its first day, and its last day or that it has none.
    public var text: Localized {
        guard let until else {
            return Localized(
                kazakh: "Кіруге мерзімсіз тыйым салынған, басталған күні: \(from.text.kazakh)",
                russian: "Въезд запрещён бессрочно с \(from.text.russian)",
                english: "Entry is forbidden without an end, from \(from.text.english) on")
        }
        return Localized(
            kazakh: "Кіруге тыйым салынған: \(from.text.kazakh) – \(until.text.kazakh), соңғы күнін қоса алғанда",
            russian: "Въезд запрещён с \(from.text.russian) по \(until.text.russian) включительно",
            english: "Entry is forbidden from \(from.text.english) to \(until.text.english), the last day included")
    }
}

extension Fact.Kind {
    /// What happened, in a few words.
    public var text: Localized {
        switch self {
        case .registered: Localized(kazakh: "тіркеу", russian: "регистрация", english: "registered")
        case .presented: Localized(kazakh: "қайта келу", russian: "повторная явка", english: "came again")
        case .linked:
            Localized(
                kazakh: "сәйкестендіргіш енгізілді", russian: "внесён идентификатор", english: "identifier linked")
        case .unlinked:
            Localized(
                kazakh: "сәйкестендіргіш алып тасталды", russian: "исключён идентификатор",
                english: "identifier taken away")
        case .certificate:
            Localized(kazakh: "куәлік берілді", russian: "выдано свидетельство", english: "certificate issued")
        case .answered:
            Localized(kazakh: "сұрау салуға жауап", russian: "ответ на запрос", english: "request answered")
        case .refused, .removed, .banLifted: ofRemoval
        case .recaptureDue, .recaptured, .alert, .alertSeen: ofOpenThings
        }
    }

    private var ofRemoval: Localized {
        switch self {
        case .refused:
            Localized(
                kazakh: "таңба беруден бас тарту", russian: "отказ от сдачи отпечатков", english: "fingers refused")
        case .removed:
            Localized(
                kazakh: "шығарып жіберу немесе реадмиссия", russian: "выдворение или реадмиссия",
                english: "expelled or readmitted")
        default:
            Localized(
                kazakh: "кіруге тыйым алып тасталды", russian: "снят запрет на въезд", english: "entry ban lifted")
        }
    }

    private var ofOpenThings: Localized {
        switch self {
        case .recaptureDue:
            Localized(
                kazakh: "таңбаларды қайта алу тағайындалды", russian: "назначено повторное снятие отпечатков",
                english: "re-capture due")
        case .recaptured:
            Localized(
                kazakh: "таңбаларды қайта алу жабылды", russian: "закрыто повторное снятие отпечатков",
                english: "re-capture closed")
        case .alert: Localized(kazakh: "ескерту", russian: "оповещение", english: "alert")
        default: Localized(kazakh: "ескерту қаралды", russian: "оповещение рассмотрено", english: "alert seen")
        }
    }
}
