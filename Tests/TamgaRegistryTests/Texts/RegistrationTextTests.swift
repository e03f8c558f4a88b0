import TamgaRegistry
import Testing

/// What officers read of verdicts, steps and bans.
@Suite struct RegistrationTextTests {
    /// The tokens are those of the wire: the texts are found by them.
    @Test func outcomesHaveTheWiresTokens() {
        #expect(
            RegistrationOutcome.allCases.map(\.rawValue) == ["assessed", "registered", "not-registered", "deferred"])
    }

    /// A sentence each, so that they can stand one after the other.
    @Test func verdictsDoubtsAndStepsAreSentences() {
        let texts =
            Verdict.allCases.map(\.text) + Doubt.allCases.map(\.text) + NextStep.allCases.map(\.text)
        for text in texts {
            for language in Language.allCases {
                let words = text[language]
                #expect(words.first?.isUppercase == true && words.last == ".", "\(words)")
            }
        }
    }

    /// Steps are told to the officer, politely: in Kazakh in -ңыз or -ңіз.
    @Test func stepsAreImperatives() {
        for step in NextStep.allCases {
            let words = step.text.kazakh
            #expect(words.contains("ңыз") || words.contains("ңіз"), "\(words)")
            #expect(step.text.russian.contains("йте") || step.text.russian.contains("ите"), "\(step.text.russian)")
        }
    }

    /// Whoever reads only one line has to see that the identity is not the person's.
    @Test func whatContradictsIsWrittenLarge() {
        for verdict in Verdict.allCases {
            let isContradiction = verdict == .samePersonOtherIdentity || verdict == .otherPersonUnderIdentity
            #expect(verdict.text.english.contains("ANOTHER") == isContradiction)
            #expect(verdict.text.russian.contains("ДРУГ") == isContradiction)
            #expect(verdict.text.kazakh.contains("БАСҚА") == isContradiction)
        }
    }

    @Test func bansNameTheirDays() throws {
        let ban = try EntryBan(from: CalendarDate("2025-07-01"), until: CalendarDate("2030-06-30"))
        #expect(
            ban.text.english == "Entry is forbidden from 1 July 2025 to 30 June 2030, the last day included")
        #expect(ban.text.russian == "Въезд запрещён с 1 июля 2025 года по 30 июня 2030 года включительно")
        let days = "2025 жылғы 1 шілде – 2030 жылғы 30 маусым"
        #expect(ban.text.kazakh == "Кіруге тыйым салынған: \(days), соңғы күнін қоса алғанда")
        let forever = try EntryBan(from: CalendarDate("2025-07-01"), until: nil)
        #expect(forever.text.english == "Entry is forbidden without an end, from 1 July 2025 on")
        #expect(forever.text.russian == "Въезд запрещён бессрочно с 1 июля 2025 года")
        #expect(forever.text.kazakh == "Кіруге мерзімсіз тыйым салынған, басталған күні: 2025 жылғы 1 шілде")
    }
}
