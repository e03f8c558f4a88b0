/// The languages officers read.
public enum Language: String, Hashable, Sendable, CaseIterable, Codable {
    case kazakh = "kk"
    case russian = "ru"
    case english = "en"
}

/// A text in all languages.
public struct Localized: Hashable, Sendable {
    public let kazakh: String
    public let russian: String
    public let english: String

    /// The three texts, which say the same.
    public init(kazakh: String, russian: String, english: String) {
        (self.kazakh, self.russian, self.english) = (kazakh, russian, english)
    }

    /// The text in one language.
    public subscript(language: Language) -> String {
        switch language {
        case .kazakh: kazakh
        case .russian: russian
        case .english: english
        }
    }
}
