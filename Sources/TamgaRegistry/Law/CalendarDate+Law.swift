extension CalendarDate {
    /// A day written in a table of the law. Not checked: a test asks of every day of every table that it is one.
    init(ofTable year: Int, _ month: Int, _ day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Years of life completed on a day by who was born on this one; negative for a day before the birth.
    ///
    /// A year is complete on the birthday itself; for who was born on 29 February, in a year without one, on 1 March.
    public func completedYears(on other: CalendarDate) -> Int {
        let isBeforeBirthday = (other.month, other.day) < (month, day)
        return other.year - year - (isBeforeBirthday ? 1 : 0)
    }
}
