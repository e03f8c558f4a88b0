import TamgaRegistry

extension CertificateTexts {
    /// A day in words, as documents of each language have it.
    static func date(_ day: CalendarDate) -> Localized {
        let month = months[day.month - 1]
        return Localized(
            kazakh: "\(day.year) жылғы \(day.day) \(month.kazakh)",
            russian: "\(day.day) \(month.russian) \(day.year) года",
            english: "\(day.day) \(month.english) \(day.year)")
    }

    private static let months = [
        Localized(kazakh: "қаңтар", russian: "января", english: "January"),
        Localized(kazakh: "ақпан", russian: "февраля", english: "February"),
        Localized(kazakh: "наурыз", russian: "марта", english: "March"),
        Localized(kazakh: "сәуір", russian: "апреля", english: "April"),
        Localized(kazakh: "мамыр", russian: "мая", english: "May"),
        Localized(kazakh: "маусым", russian: "июня", english: "June"),
        Localized(kazakh: "шілде", russian: "июля", english: "July"),
        Localized(kazakh: "тамыз", russian: "августа", english: "August"),
        Localized(kazakh: "қыркүйек", russian: "сентября", english: "September"),
        Localized(kazakh: "қазан", russian: "октября", english: "October"),
        Localized(kazakh: "қараша", russian: "ноября", english: "November"),
        Localized(kazakh: "желтоқсан", russian: "декабря", english: "December"),
    ]
}
