internal import TamgaRegistry

/// The words around an answer of the law's tables.
enum LawLabels {
    static let day = Localized(kazakh: "Күні", russian: "На дату", english: "On")
    static let age = Localized(kazakh: "Толық жасы", russian: "Полных лет", english: "Age")
    static let outcome = Localized(
        kazakh: "Дактилоскопиялық тіркеу", russian: "Дактилоскопическая регистрация",
        english: "Fingerprint registration")
    static let source = Localized(kazakh: "Негізі", russian: "Основание", english: "Stands in")
    static let refused = Localized(kazakh: "Бас тартса", russian: "При отказе", english: "If refused")
    static let documents = Localized(
        kazakh: "Қажетті құжаттар:", russian: "Необходимые документы:", english: "Documents needed:")
    static let bodies = Localized(kazakh: "Тіркейтін органдар:", russian: "Регистрируют:", english: "Who registers:")
    static let passport = Localized(kazakh: "паспорт тілі", russian: "язык паспорта", english: "passport in")
    static let iinHeld = Localized(kazakh: "ЖСН бар болса", russian: "если ИИН есть", english: "with an IIN")
    static let iinLacking = Localized(kazakh: "ЖСН жоқ болса", russian: "если ИИН нет", english: "without an IIN")
    static let obligations = Localized(kazakh: "МІНДЕТТЕР", russian: "ОБЯЗАННОСТИ", english: "OBLIGATIONS")
    static let from = Localized(kazakh: "бастап", russian: "с", english: "from")
    static let until = Localized(
        kazakh: "дейін (қоса алғанда)", russian: "по (включительно)", english: "until, included")
}

extension ObligationInquiry {
    func text(_ language: Language) -> String {
        let obligation = obligation
        var pairs = [
            (LawLabels.day, question.day.text[language]), (LawLabels.age, "\(question.age)"),
            (LawLabels.outcome, obligation.outcome.text[language]),
            (LawLabels.source, obligation.citations.map { $0.text[language] }.joined(separator: "; ")),
        ]
        if let refusal = obligation.ifRefused {
            pairs.append((LawLabels.refused, "\(refusal.text[language]) \(refusal.citation.text[language])"))
        }
        let head = [
            Table.pairs(pairs.map { ($0.0[language], $0.1) }), obligation.text[language] + " [\(obligation.row.id)]",
        ]
        return (head + (isAsked ? asked(language) : [])).joined(separator: "\n")
    }

    private func asked(_ language: Language) -> [String] {
        let documents = documents.map { row in
            let condition = condition(of: row, language)
            return "  - \(condition.isEmpty ? "" : "\(condition): ")\(row.text[language]) [\(row.id)]"
        }
        let bodies = bodies.map { "  - \($0.text[language]), \($0.place.text[language]) [\($0.id)]" }
        return [LawLabels.documents[language]] + documents
            + (bodies.isEmpty ? [] : [LawLabels.bodies[language]] + bodies)
    }

    /// On what it depends, where that was not said.
    private func condition(of row: DocumentsNeeded.Row, _ language: Language) -> String {
        var parts: [String] = []
        if passportLanguage == nil, let languages = row.conditions.languages {
            let names = PassportLanguage.allCases.filter(languages.contains).map { $0.text[language] }
            parts.append("\(LawLabels.passport[language]): \(names.joined(separator: ", "))")
        }
        if hasIIN == nil, let held = row.conditions.hasIIN {
            parts.append((held ? LawLabels.iinHeld : LawLabels.iinLacking)[language])
        }
        return parts.joined(separator: ", ")
    }

    func json(_ language: Language) -> JSON {
        let obligation = obligation
        return .object([
            ("on", .string("\(question.day)")), ("age", .integer(question.age)), ("row", .string(obligation.row.id)),
            ("outcome", .object(obligation.outcome.json)), ("text", .string(obligation.text[language])),
            ("citations", .array(obligation.citations.map { $0.json(language) })),
            ("if_refused", obligation.ifRefused?.json(language) ?? .null),
            ("documents", .array(isAsked ? documents.map { $0.json(language) } : [])),
            ("bodies", .array(isAsked ? bodies.map { $0.json(language) } : [])),
        ])
    }
}

extension Obligation.Outcome {
    /// The outcome's name, and its day, occasions or reason.
    var json: [(String, JSON)] {
        switch self {
        case .mandatory: [("name", .string("mandatory"))]
        case .voluntary(let needsConsent): [("name", .string("voluntary")), ("needs_consent", .bool(needsConsent))]
        case .suspended(let day): [("name", .string("suspended")), ("until", .string("\(day)"))]
        case .notNow(let occasions):
            [("name", .string("not-now")), ("mandatory_at", .array(occasions.map { .string($0.rawValue) }))]
        case .alreadyRegistered: [("name", .string("already-registered"))]
        case .notRequired(let reason): [("name", .string("not-required")), ("reason", .string(reason.rawValue))]
        }
    }
}

extension Citation {
    func json(_ language: Language) -> JSON {
        .object([
            ("act", .string(act.rawValue)), ("article", JSON(provision?.article)),
            ("paragraph", (provision?.paragraph).map { .integer($0) } ?? .null),
            ("subparagraph", (provision?.subparagraph).map { .integer($0) } ?? .null),
            ("standing", .string(standing.rawValue)), ("text", .string(text[language])),
        ])
    }
}

extension Refusal {
    func json(_ language: Language) -> JSON {
        .object([("text", .string(text[language])), ("citation", citation.json(language))])
    }
}
