/// A day of the Gregorian calendar, without a time or a zone: a birth date, the day a law speaks of.
///
/// Years 1900 to 2999. Written and read as `2024-02-29` (ISO 8601-1, calendar date, extended format).
public struct CalendarDate: Hashable, Sendable {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// - Throws: ``CalendarDateError`` naming what is out of range.
    public init(year: Int, month: Int, day: Int) throws(CalendarDateError) {
        guard RegistryLimits.years.contains(year) else { throw .year(year) }
        guard (1...12).contains(month) else { throw .month(month) }
        guard (1...Self.days(in: month, of: year)).contains(day) else { throw .day(day) }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `2024-02-29`.
    ///
    /// - Throws: ``CalendarDateError``; anything but ten characters of that form is `.form`.
    public init(_ text: String) throws(CalendarDateError) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { throw .form }
        try self.init(year: year, month: month, day: day)
    }

    /// Days of a month, 28 to 31.
    public static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether the year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}

// MARK: Reckoning
extension CalendarDate {
    /// Days since 1 January 1970, negative before it.
    ///
    /// The civil calendar from March to February, so that the leap day is the last of its year.
    public var daysSince1970: Int {
        let marchYear = month > 2 ? year : year - 1
        let era = marchYear / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day of so many days since 1 January 1970.
    ///
    /// - Throws: `.year` outside the years allowed.
    public init(daysSince1970 days: Int) throws(CalendarDateError) {
        guard (-30_000...400_000).contains(days) else { throw .year(days < 0 ? 0 : 3_000) }
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = (marchMonth + 2) % 12 + 1
        try self.init(
            year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// The day of a moment, reckoned with an offset from UTC.
    ///
    /// - Parameters:
    ///   - milliseconds: since 1970 UTC.
    ///   - offsetMinutes: east of Greenwich; Kazakhstan's is 300 since 1 March 2024.
    public init(millisecondsSince1970 milliseconds: Int64, offsetMinutes: Int) throws(CalendarDateError) {
        let shifted = milliseconds + Int64(offsetMinutes) * 60_000
        let days = shifted / 86_400_000 - (shifted % 86_400_000 < 0 ? 1 : 0)
        try self.init(daysSince1970: Int(clamping: days))
    }

    /// The same day so many years later; of 29 February, 1 March where that year has none: who was born on a leap day
    /// completes a year of life when 28 February is over.
    ///
    /// - Throws: `.year` outside the years allowed.
    public func adding(years: Int) throws(CalendarDateError) -> CalendarDate {
        let later = year + years
        guard month == 2, day == 29, !Self.isLeap(later) else {
            return try CalendarDate(year: later, month: month, day: day)
        }
        return try CalendarDate(year: later, month: 3, day: 1)
    }
}

extension CalendarDate: Comparable {
    public static func < (one: CalendarDate, other: CalendarDate) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }
}

extension CalendarDate: CustomStringConvertible {
    public var description: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension CalendarDate: Codable {
    /// Reads the text form.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Why something is not a day of the calendar.
public enum CalendarDateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Not of the form 2024-02-29.
    case form
    case year(Int)
    case month(Int)
    case day(Int)

    public var description: String {
        switch self {
        case .form: "not a date of the form 2024-02-29"
        case .year(let year):
            "year \(year), allowed: \(RegistryLimits.years.lowerBound) to \(RegistryLimits.years.upperBound)"
        case .month(let month): "month \(month), allowed: 1 to 12"
        case .day(let day): "day \(day), which the month does not have"
        }
    }
}
