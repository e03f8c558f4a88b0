/// What a person brings to the registration, as rows; every row that holds is part of the answer.
///
/// The individual identification number (IIN) never stands in the way. Since 24 February 2024 a foreigner obtains it
/// only in person, in the country; that takes a visa, a visa takes registration. So who has none is registered under a
/// registration number, and the IIN is linked later.
public struct DocumentsNeeded: Hashable, Sendable {
    /// In the order in which they are told to a person.
    public let rows: [Row]

    /// The rows for a person, in order.
    public func answer(_ question: Question) -> [Row] { rows.filter { $0.applies(to: question) } }

    /// Who asks.
    public struct Question: Hashable, Sendable {
        public let status: LegalStatus
        public let passportLanguage: PassportLanguage
        public let hasIIN: Bool
        /// The day of the registration.
        public let day: CalendarDate

        /// Takes what is given; every combination has an answer.
        public init(status: LegalStatus, passportLanguage: PassportLanguage, hasIIN: Bool, on day: CalendarDate) {
            (self.status, self.passportLanguage) = (status, passportLanguage)
            (self.hasIIN, self.day) = (hasIIN, day)
        }
    }

    /// One document, for whom, and what is to be done about it.
    public struct Row: Hashable, Sendable {
        /// Unique within a table.
        public let id: String
        /// The first day on which the row holds; nil for ever before.
        public let from: CalendarDate?
        /// The last day on which the row holds; nil for no end.
        public let until: CalendarDate?
        public let document: NeededDocument
        public let conditions: Conditions
        public let requirement: Requirement
        /// At least one.
        public let citations: [Citation]
        /// Tells the person, in whole sentences; names no date.
        public let text: Localized
    }

    /// Whom a row is for. A condition that is nil is none.
    public struct Conditions: Hashable, Sendable {
        public var statuses: Set<LegalStatus>?
        public var languages: Set<PassportLanguage>?
        public var hasIIN: Bool?
    }
}

extension DocumentsNeeded.Row {
    fileprivate func applies(to question: DocumentsNeeded.Question) -> Bool {
        (from.map { $0 <= question.day } ?? true) && (until.map { question.day <= $0 } ?? true)
            && (conditions.statuses?.contains(question.status) ?? true)
            && (conditions.languages?.contains(question.passportLanguage) ?? true)
            && (conditions.hasIIN.map { $0 == question.hasIIN } ?? true)
    }
}

/// What is asked for.
public enum NeededDocument: String, Hashable, Sendable, CaseIterable, Codable {
    /// A passport, or another document that proves the identity.
    case passport
    /// A notarised translation of the passport.
    case translation
    /// The individual identification number.
    case iin
}

/// What is to be done about a document. There is no case for "refuse without it": nothing here is one.
public enum Requirement: String, Hashable, Sendable, CaseIterable, Codable {
    case bring
    /// Registration goes ahead; the number is linked when the person has it.
    case linkLater = "link-later"
}

/// In what language the pages of a passport are written.
public enum PassportLanguage: String, Hashable, Sendable, CaseIterable, Codable {
    case kazakh = "kk"
    case russian = "ru"
    /// Neither Kazakh nor Russian.
    case other
}
