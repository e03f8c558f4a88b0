extension Obligation {
    /// What holds, and why, for the person.
    public var text: Localized { row.text }
}

extension Obligation.Outcome {
    /// The outcome in a few words, its day or occasions included; in Russian and Kazakh it agrees with "registration".
    public var text: Localized {
        switch self {
        case .mandatory: Localized(kazakh: "міндетті", russian: "обязательна", english: "mandatory")
        case .voluntary(needsConsent: false):
            Localized(kazakh: "ерікті", russian: "добровольна", english: "voluntary")
        case .voluntary(needsConsent: true):
            Localized(
                kazakh: "заңды өкілдерінің келісімімен ерікті",
                russian: "добровольна, с согласия законных представителей",
                english: "voluntary, with the consent of the legal representatives")
        case .suspended(let day):
            Localized(
                kazakh: "\(day.textUntil.kazakh) тоқтатыла тұрады", russian: "приостановлена \(day.textUntil.russian)",
                english: "suspended \(day.textUntil.english)")
        case .notNow(let occasions): Self.notNow(occasions)
        case .alreadyRegistered:
            Localized(kazakh: "бұрын өткен", russian: "уже пройдена", english: "already done")
        case .notRequired(let reason):
            Localized(
                kazakh: "талап етілмейді: \(reason.text.kazakh)", russian: "не требуется: \(reason.text.russian)",
                english: "not required: \(reason.text.english)")
        }
    }

    private static func notNow(_ occasions: [Occasion]) -> Localized {
        let list = Localized { language in occasions.map { $0.text[language] }.joined(separator: ", ") }
        return Localized(
            kazakh: "қазір талап етілмейді, мынадай жағдайда міндетті: құжатты \(list.kazakh)",
            russian: "сейчас не требуется, обязательна в случаях: \(list.russian) документа",
            english: "not required now, mandatory at: \(list.english) of the document")
    }
}

extension Obligation.Reason {
    /// Why, in a few words.
    public var text: Localized {
        switch self {
        case .notInForce:
            Localized(
                kazakh: "заң әлі қолданысқа енгізілмеген", russian: "закон ещё не введён в действие",
                english: "the law is not yet in force")
        case .underAge:
            Localized(
                kazakh: "адам белгіленген жасқа толмаған", russian: "лицо не достигло установленного возраста",
                english: "the person is under the age set by law")
        case .noGround:
            Localized(kazakh: "негіз жоқ", russian: "нет основания", english: "there is no ground")
        }
    }
}

extension Occasion {
    /// What is done with the document, as a noun.
    public var text: Localized {
        switch self {
        case .firstIssue: Localized(kazakh: "алғаш рет беру", russian: "первичная выдача", english: "first issue")
        case .extension: Localized(kazakh: "ұзарту", russian: "продление", english: "extension")
        case .restoration: Localized(kazakh: "қалпына келтіру", russian: "восстановление", english: "restoration")
        case .replacement: Localized(kazakh: "ауыстыру", russian: "замена", english: "replacement")
        }
    }
}

extension VisaPlace {
    /// Where the visa is issued.
    public var text: Localized {
        switch self {
        case .missionAbroad:
            Localized(
                kazakh: "Қазақстан Республикасының шетелдегі мекемесі",
                russian: "загранучреждение Республики Казахстан",
                english: "mission of Kazakhstan abroad")
        case .internationalAirport:
            Localized(
                kazakh: "халықаралық әуежай", russian: "международный аэропорт", english: "international airport")
        case .electronic:
            Localized(
                kazakh: "шетелдегі мекемеге бармай, электрондық нысанда",
                russian: "в электронном формате, без посещения загранучреждения",
                english: "electronically, without a visit to a mission abroad")
        }
    }
}
