extension CalendarDate {
    /// The day in words: 1 July 2025, 1 июля 2025 года, 2025 жылғы 1 шілде.
    public var text: Localized {
        Localized(
            kazakh: "\(year) жылғы \(day) \(Self.months[month - 1].kazakh)",
            russian: "\(day) \(Self.months[month - 1].russian) \(year) года",
            english: "\(day) \(Self.months[month - 1].english) \(year)")
    }

    /// Up to, and not including, the day: until 1 July 2025, до 1 июля 2025 года, 2025 жылғы 1 шілдеге дейін.
    public var textUntil: Localized {
        Localized(
            kazakh: "\(text.kazakh)\(Self.months[month - 1].dative) дейін", russian: "до \(text.russian)",
            english: "until \(text.english)")
    }

    private struct Month {
        /// Nominative.
        var kazakh: String
        /// The ending of the Kazakh dative, which follows the vowels and the last sound.
        var dative: String
        /// Genitive.
        var russian: String
        var english: String

        init(_ kazakh: String, _ dative: String, _ russian: String, _ english: String) {
            (self.kazakh, self.dative, self.russian, self.english) = (kazakh, dative, russian, english)
        }
    }

    private static let months = [
        Month("қаңтар", "ға", "января", "January"), Month("ақпан", "ға", "февраля", "February"),
        Month("наурыз", "ға", "марта", "March"), Month("сәуір", "ге", "апреля", "April"),
        Month("мамыр", "ға", "мая", "May"), Month("маусым", "ға", "июня", "June"),
        Month("шілде", "ге", "июля", "July"), Month("тамыз", "ға", "августа", "August"),
        Month("қыркүйек", "ке", "сентября", "September"), Month("қазан", "ға", "октября", "October"),
        Month("қараша", "ға", "ноября", "November"), Month("желтоқсан", "ға", "декабря", "December"),
    ]
}
