internal import TamgaRegistry

/// The three tables, whole: who must be registered, what is to be brought, who registers.
enum LawList {
    private static let rows = ObligationTable.kazakhstan.rows + [ObligationTable.kazakhstan.otherwise]

    static func text(_ language: Language) -> String {
        let obligations = rows.map { row in
            entry(
                row.id, row.outcome.text[language], row.text, row.citations, row.from, row.until, language)
        }
        let documents = DocumentsNeeded.kazakhstan.rows.map { row in
            entry(
                row.id, "\(row.document.text[language]), \(row.requirement.text[language])", row.text, row.citations,
                row.from, row.until, language)
        }
        let bodies = Competence.kazakhstan.rows.map { row in
            entry(
                row.id, "\(row.agency.text[language]), \(row.place.text[language])", row.text, row.citations, nil, nil,
                language)
        }
        return ([LawLabels.obligations[language]] + obligations + [LawLabels.documents[language]] + documents
            + [LawLabels.bodies[language]] + bodies).joined(separator: "\n")
    }

    private static func entry(
        _ id: String, _ heading: String, _ text: Localized, _ citations: [Citation], _ from: CalendarDate?,
        _ until: CalendarDate?, _ language: Language
    ) -> String {
        let days = [
            from.map { "\(LawLabels.from[language]): \($0)" }, until.map { "\(LawLabels.until[language]): \($0)" },
        ].compactMap(\.self)
        let lines = [
            "[\(id)] \(([heading] + days).joined(separator: "; "))", "    \(text[language])",
        ]
        return (lines + citations.map { "    \($0.text[language])" }).joined(separator: "\n")
    }

    static func json(_ language: Language) -> JSON {
        .object([
            ("obligations", .array(rows.map { $0.json(language) })),
            ("documents", .array(DocumentsNeeded.kazakhstan.rows.map { $0.json(language) })),
            ("bodies", .array(Competence.kazakhstan.rows.map { $0.json(language) })),
        ])
    }
}

extension ObligationRow {
    func json(_ language: Language) -> JSON {
        .object(
            [("row", .string(id)), ("from", JSON(from?.description)), ("until", JSON(until?.description))]
                + conditions.json + [
                    ("outcome", .object(outcome.json)), ("text", .string(text[language])),
                    ("citations", .array(citations.map { $0.json(language) })),
                    ("if_refused", ifRefused?.json(language) ?? .null),
                ])
    }
}

extension ObligationRow.Conditions {
    /// A condition that is null is none; a null among the grounds stands for no ground.
    fileprivate var json: [(String, JSON)] {
        let grounds = grounds.map { grounds in
            (RegistrationGround.allCases.filter(grounds.contains).map { JSON.string($0.rawValue) })
                + (grounds.contains(nil) ? [.null] : [])
        }
        return [
            ("statuses", words(statuses)),
            ("age_from", ages.map { .integer($0.lowerBound) } ?? .null),
            ("age_below", ages.flatMap { $0.upperBound == .max ? nil : .integer($0.upperBound) } ?? .null),
            ("grounds", grounds.map(JSON.array) ?? .null), ("held", words(held?.kinds)),
            ("held_on", JSON(held?.validOn.description)), ("occasions", words(occasions)),
            ("visa_places", words(visaPlaces)), ("registered", isRegistered.map(JSON.bool) ?? .null),
        ]
    }
}

extension DocumentsNeeded.Row {
    func json(_ language: Language) -> JSON {
        .object([
            ("row", .string(id)), ("from", JSON(from?.description)), ("until", JSON(until?.description)),
            ("document", .string(document.rawValue)), ("requirement", .string(requirement.rawValue)),
            ("statuses", words(conditions.statuses)), ("passport_languages", words(conditions.languages)),
            ("iin", conditions.hasIIN.map(JSON.bool) ?? .null), ("text", .string(text[language])),
            ("citations", .array(citations.map { $0.json(language) })),
        ])
    }
}

extension Competence.Row {
    func json(_ language: Language) -> JSON {
        .object([
            ("row", .string(id)), ("agency", .string(agency.rawValue)), ("place", .string(place.rawValue)),
            ("grounds", words(grounds)), ("text", .string(text[language])),
            ("citations", .array(citations.map { $0.json(language) })),
        ])
    }
}

/// A set of words in their own order; null where there is none.
private func words<Word: RawRepresentable<String> & CaseIterable & Hashable>(_ set: Set<Word>?) -> JSON {
    guard let set else { return .null }
    return .array(Word.allCases.filter(set.contains).map { .string($0.rawValue) })
}
