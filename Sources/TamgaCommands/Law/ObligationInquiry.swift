package import Foundation
package import TamgaRegistry

/// Asks the law's tables, without a server: must this person be registered, what is to be brought, and who registers?
package struct ObligationInquiry: Sendable {
    package let question: ObligationQuestion
    /// Nil where that was not said: then what depends on it is told with its condition.
    let passportLanguage: PassportLanguage?
    let hasIIN: Bool?

    init(question: ObligationQuestion, passportLanguage: PassportLanguage?, hasIIN: Bool?) {
        (self.question, self.passportLanguage, self.hasIIN) = (question, passportLanguage, hasIIN)
    }

    /// Minutes east of Greenwich: Kazakhstan's, since 1 March 2024.
    private static let offsetMinutes = 300

    /// The day in Kazakhstan.
    ///
    /// - Throws: ``CommandError`` of status `usage` where the system's clock is out of all years.
    package static func today(_ now: Date = Date()) throws(CommandError) -> CalendarDate {
        let milliseconds = Int64(clamping: Int((now.timeIntervalSince1970 * 1_000).rounded(.down)))
        do throws(CalendarDateError) {
            return try CalendarDate(millisecondsSince1970: milliseconds, offsetMinutes: offsetMinutes)
        } catch {
            throw .usage("the system's clock names no day of the calendar; say --on", field: "--on")
        }
    }

    var obligation: Obligation { ObligationTable.kazakhstan.answer(question) }

    /// What is to be brought, each row once, in the table's order; a row that is for some answers only has conditions.
    var documents: [DocumentsNeeded.Row] {
        let languages = passportLanguage.map { [$0] } ?? PassportLanguage.allCases
        let numbers = hasIIN.map { [$0] } ?? [true, false]
        let needed = Set(
            languages.flatMap { language in
                numbers.flatMap { hasIIN in
                    DocumentsNeeded.kazakhstan.answer(
                        DocumentsNeeded.Question(
                            status: question.status, passportLanguage: language, hasIIN: hasIIN, on: question.day)
                    ).map(\.id)
                }
            })
        return DocumentsNeeded.kazakhstan.rows.filter { needed.contains($0.id) }
    }

    /// Who registers on the ground of the question.
    var bodies: [Competence.Row] {
        guard let ground = question.ground else { return [] }
        return Competence.kazakhstan.rows.filter { $0.grounds.contains(ground) }
    }

    /// Whether the person is told what to bring: not where nobody asks for registration.
    var isAsked: Bool {
        switch obligation.outcome {
        case .mandatory, .voluntary, .notNow, .suspended: true
        case .alreadyRegistered, .notRequired: false
        }
    }

    /// Prints what holds for the person.
    package func run(_ language: Language, _ console: Console) -> CommandStatus {
        console.answer(json(language), text(language))
        return .done
    }

    /// Prints all rows of the three tables.
    package static func list(_ language: Language, _ console: Console) -> CommandStatus {
        console.answer(LawList.json(language), LawList.text(language))
        return .done
    }
}
