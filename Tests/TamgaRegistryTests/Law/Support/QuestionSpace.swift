import TamgaRegistry

/// Questions of every kind: the whole product of all statuses, grounds, occasions, places, days and ages at and around
/// every boundary, and documents that were valid, expired, or issued too late.
struct QuestionSpace {
    static let grounds: [RegistrationGround?] = [nil] + RegistrationGround.allCases
    static let places: [VisaPlace?] = [nil] + VisaPlace.allCases

    let days: [CalendarDate]
    let documents: [HeldDocument?]

    init() throws {
        days = try [
            "1999-06-01", "2023-12-31", "2024-01-01", "2024-01-02", "2024-02-29", "2025-06-30", "2025-07-01",
            "2025-07-02", "2025-10-01", "2031-05-05",
        ].map { try CalendarDate($0) }
        let terms = [
            ("2020-01-01", "2023-12-31"), ("2020-01-01", "2024-01-01"), ("2023-05-05", "2025-06-30"),
            ("2024-01-01", "2035-01-01"), ("2024-01-02", "2035-01-01"),
        ]
        documents = try [nil] + HeldDocument.Kind.allCases.flatMap { kind in
            try terms.map { from, until in
                try HeldDocument(
                    kind: kind, validFrom: CalendarDate(from), validUntil: CalendarDate(until))
            }
        }
    }

    /// Births that make a person of 0, 11, 12, 15, 16 or more years on the day: the day before, of and after the
    /// birthdays that count.
    func births(_ day: CalendarDate) throws -> [CalendarDate] {
        let birthdays = try [-1, 0, 1].flatMap { shift in
            let birthday = try CalendarDate(daysSince1970: day.daysSince1970 + shift)
            return try [12, 16].map { try birthday.adding(years: -$0) }
        }
        return try [day, CalendarDate("1960-02-29")] + birthdays
    }

    func forEach(_ body: (ObligationQuestion) throws -> Void) throws {
        for day in days {
            for birth in try births(day) {
                for status in LegalStatus.allCases {
                    for ground in Self.grounds {
                        try forEachRest(Frame(status: status, birth: birth, ground: ground, day: day), body)
                    }
                }
            }
        }
    }

    struct Frame {
        var status: LegalStatus
        var birth: CalendarDate
        var ground: RegistrationGround?
        var day: CalendarDate
    }

    private func forEachRest(_ frame: Frame, _ body: (ObligationQuestion) throws -> Void) throws {
        for document in documents {
            for occasion in Occasion.allCases {
                for place in Self.places {
                    for isRegistered in [false, true] {
                        try body(
                            ObligationQuestion(
                                status: frame.status, birthDate: frame.birth, ground: frame.ground, on: frame.day,
                                documentHeld: document, occasion: occasion, visaPlace: place,
                                isRegistered: isRegistered))
                    }
                }
            }
        }
    }
}
