import TamgaRegistry
import Testing

@Suite struct CalendarDateTests {
    @Test func everyDayOfAllYearsComesBackFromItsNumber() throws {
        var number = try CalendarDate(year: 1_900, month: 1, day: 1).daysSince1970
        #expect(number == -25_567)
        for year in RegistryLimits.years {
            for month in 1...12 {
                for day in 1...CalendarDate.days(in: month, of: year) {
                    let date = try CalendarDate(year: year, month: month, day: day)
                    guard date.daysSince1970 == number, try CalendarDate(daysSince1970: number) == date else {
                        Issue.record("\(date) is day \(number)")
                        return
                    }
                    number += 1
                }
            }
        }
        #expect(try CalendarDate("1970-01-01").daysSince1970 == 0)
    }

    @Test(arguments: ["2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "1899-12-31", "3000-01-01"])
    func aDayThatIsNoneIsRefused(_ text: String) {
        #expect(throws: CalendarDateError.self) { try CalendarDate(text) }
    }

    @Test(arguments: [
        "", "2024-2-29", "24-02-29", "2024-02-29 ", "2024/02/29", "٢٠٢٤-02-29", "+024-02-29", "2024-02--1",
    ])
    func anotherFormIsRefused(_ text: String) {
        #expect(throws: CalendarDateError.form) { try CalendarDate(text) }
    }

    @Test func aLeapDaysBirthdayIsTheFirstOfMarch() throws {
        let born = try CalendarDate("2008-02-29")
        #expect(try born.adding(years: 16).description == "2024-02-29")
        #expect(try born.adding(years: 17).description == "2025-03-01")
        #expect(try CalendarDate("2008-02-28").adding(years: 17).description == "2025-02-28")
    }

    @Test func theDayOfAMomentDependsOnTheOffset() throws {
        let moment: Int64 = 1_719_777_600_000  // 2024-06-30 20:00 UTC
        #expect(try CalendarDate(millisecondsSince1970: moment, offsetMinutes: 0).description == "2024-06-30")
        #expect(try CalendarDate(millisecondsSince1970: moment, offsetMinutes: 300).description == "2024-07-01")
        #expect(try CalendarDate(millisecondsSince1970: -1, offsetMinutes: 0).description == "1969-12-31")
    }

    @Test func textFormIsOrderedAndRoundTrips() throws {
        let dates = try ["1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01"].map { try CalendarDate($0) }
        #expect(dates.sorted() == dates)
        #expect(dates.map(\.description) == ["1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01"])
    }
}
