import TamgaRegistry
import Testing

/// The day before, of and after each day that counts.
@Suite struct ObligationBoundaryTests {
    @Test(arguments: LegalStatus.allCases)
    func nothingIsMandatoryBeforeTheLaw(_ status: LegalStatus) throws {
        let before = try Asker(status: status, on: "2023-12-31", isRegistered: true).ask()
        #expect(before.outcome == .notRequired(.notInForce))
        let expected: Obligation.Outcome = status == .citizen ? .voluntary(needsConsent: false) : .mandatory
        #expect(try Asker(status: status, on: "2024-01-01").ask().outcome == expected)
        #expect(try Asker(status: status, on: "2024-01-02").ask().outcome == expected)
    }

    /// "Until 1 July 2025": that day is mandatory.
    @Test(arguments: [VisaPlace.internationalAirport, .electronic])
    func theSuspensionEndsWithThe30thOfJune(_ place: VisaPlace) throws {
        let until = Obligation.Outcome.suspended(until: try CalendarDate("2025-07-01"))
        #expect(try Asker(on: "2023-12-31", place: place).ask().outcome == .notRequired(.notInForce))
        #expect(try Asker(on: "2024-01-01", place: place).ask().outcome == until)
        #expect(try Asker(on: "2025-06-30", place: place).ask().outcome == until)
        #expect(try Asker(on: "2025-07-01", place: place).ask().outcome == .mandatory)
        #expect(try Asker(on: "2025-07-02", place: place).ask().outcome == .mandatory)
    }

    @Test(arguments: [
        ("2024-05-16", false), ("2024-05-17", true), ("2024-05-18", true),
    ])
    func sixteenIsReachedOnTheBirthday(day: String, isReached: Bool) throws {
        for status in [LegalStatus.foreigner, .stateless] {
            let answer = try Asker(status: status, born: "2008-05-17", on: day).ask()
            #expect(answer.outcome == (isReached ? .mandatory : .notRequired(.underAge)))
        }
        let citizen = try Asker(status: .citizen, born: "2008-05-17", on: day).ask()
        #expect(citizen.outcome == .voluntary(needsConsent: !isReached))
    }

    /// Sixteen years after a leap day there is one again, except across 2100.
    @Test(arguments: [
        ("2008-02-29", "2024-02-28", false), ("2008-02-29", "2024-02-29", true), ("2008-02-29", "2024-03-01", true),
        ("2084-02-29", "2100-02-28", false), ("2084-02-29", "2100-03-01", true),
    ])
    func whoIsBornOnALeapDay(born: String, day: String, isReached: Bool) throws {
        let answer = try Asker(born: born, on: day).ask()
        #expect(answer.outcome == (isReached ? .mandatory : .notRequired(.underAge)))
    }

    @Test(arguments: [("2024-05-16", false), ("2024-05-17", true), ("2024-05-18", true)])
    func twelveIsReachedOnTheBirthday(day: String, isReached: Bool) throws {
        let answer = try Asker(status: .citizen, born: "2012-05-17", on: day).ask()
        #expect(answer.outcome == (isReached ? .voluntary(needsConsent: true) : .notRequired(.underAge)))
    }

    /// Valid on 1 January 2024, its first and last day included, and still valid when asked.
    @Test(arguments: [
        ("2023-01-01", "2023-12-31", "2024-01-01", false), ("2023-01-01", "2024-01-01", "2024-01-01", true),
        ("2023-01-01", "2024-01-01", "2024-01-02", false), ("2024-01-01", "2026-01-01", "2024-06-01", true),
        ("2024-01-02", "2026-01-01", "2024-06-01", false), ("2023-01-01", "2026-01-01", "2026-01-01", true),
        ("2023-01-01", "2026-01-01", "2026-01-02", false),
    ])
    func documentsAreHeldOnTheDayOfTheLaw(from: String, until: String, on: String, isSpared: Bool) throws {
        let answer = try Asker(ground: .residence, on: on, held: (.residencePermit, from, until)).ask()
        let notNow = Obligation.Outcome.notNow(until: [.extension, .restoration, .replacement])
        #expect(answer.outcome == (isSpared ? notNow : .mandatory))
    }

    @Test func yearsAreCompletedAsBirthdaysAreReckoned() throws {
        let births = try ["2008-02-29", "2008-02-28", "2008-03-01", "2007-12-31", "2008-01-01"].map {
            try CalendarDate($0)
        }
        for birth in births {
            for years in 0...40 {
                let birthday = try birth.adding(years: years)
                let eve = try CalendarDate(daysSince1970: birthday.daysSince1970 - 1)
                #expect(birth.completedYears(on: birthday) == years)
                #expect(birth.completedYears(on: eve) == years - 1)
            }
        }
    }

    @Test func whoIsNotBornYetIsRefusedWithoutBeingNamed() throws {
        let error = #expect(throws: ObligationQuestionError.self) { try Asker(born: "2024-03-02").question() }
        #expect(error == .bornAfterDay)
        #expect(error?.description.contains("birthDate") == true)
        #expect(error?.description.contains("2024") == false)
        #expect(try Asker(born: "2024-03-01").ask().outcome == .notRequired(.underAge))
        #expect(throws: HeldDocumentError.endsBeforeItBegins) {
            try Asker(held: (.visa, "2024-01-02", "2024-01-01")).question()
        }
    }
}
