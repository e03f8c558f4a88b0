import Foundation
import TamgaCommands
import TamgaRegistry
import Testing

/// `tamga obligations`: the law's tables without a server.
@Suite struct ObligationTests {
    private let recorder = Recorder()

    private func options(
        status: String = "foreigner", born: String = "1990-05-17", ground: String? = "visa",
        day: String? = "2024-03-01", document: String? = nil, occasion: String? = nil, place: String? = nil,
        isRegistered: Bool = false, passport: String? = nil, iin: String? = nil
    ) -> ObligationOptions {
        ObligationOptions(
            status: status, born: born, ground: ground, day: day, document: document, occasion: occasion,
            placeOfIssue: place, isRegistered: isRegistered, passportLanguage: passport, iin: iin)
    }

    private func ask(
        _ options: ObligationOptions, _ language: Language = .english, isJSON: Bool = true
    ) throws -> String {
        let inquiry = try options.inquiry(today: CalendarDate("2026-11-26"))
        #expect(inquiry.run(language, recorder.console(isJSON: isJSON)) == .done)
        return recorder.out
    }

    @Test func theAnswerIsTheTablesWithItsCitations() throws {
        let text = try ask(options())
        #expect(
            text.hasPrefix(#"{"on":"2024-03-01","age":33,"row":"ground-visa","outcome":{"name":"mandatory"},"text":""#))
        #expect(text.contains(#"{"act":"registration-law","article":"10","paragraph":2,"subparagraph":6,"#))
        #expect(text.contains(#""if_refused":{"text":"Refusal leads to expulsion from Kazakhstan.","#))
        let bodies = ["migration-service", "missions-abroad"].map { text.contains("\"row\":\"\($0)\"") }
        #expect(bodies == [true, true] && !text.contains(#""row":"transport""#))
    }

    /// An answer that was not given leaves its rows, with their conditions; one that was given leaves no other.
    @Test func documentsDependOnWhatWasSaid() throws {
        let open = try ask(options(), isJSON: false)
        #expect(open.contains("  - passport in: another language: Bring a notarised translation"))
        #expect(open.contains("  - with an IIN: ") && open.contains("  - without an IIN: "))
        let said = try options(passport: "ru", iin: "none").inquiry(today: CalendarDate("2026-11-26"))
        let other = Recorder()
        _ = said.run(.english, other.console(isJSON: false))
        #expect(!other.out.contains("translation") && !other.out.contains("with an IIN"))
        #expect(other.out.contains("the IIN is linked later. [iin-in-person]"))
    }

    @Test func theDaysOfTheSuspensionCount() throws {
        #expect(
            try ask(options(day: "2025-06-30", place: "electronic"))
                .contains(#""outcome":{"name":"suspended","until":"2025-07-01"}"#))
        #expect(try ask(options(day: "2025-07-01", place: "electronic")).contains(#"{"name":"mandatory"}"#))
    }

    @Test func whoIsNotAskedBringsNothing() throws {
        let text = try ask(options(born: "2020-01-01"))
        #expect(text.contains(#""outcome":{"name":"not-required","reason":"under-age"}"#))
        #expect(text.contains(#""documents":[],"bodies":[]}"#))
        #expect(try ask(options(isRegistered: true)).contains(#"{"name":"already-registered"}"#))
    }

    @Test func aDocumentHeldSpares() throws {
        let held = "visa:2023-05-01:2024-04-30"
        #expect(
            try ask(options(document: held))
                .contains(#"{"name":"not-now","mandatory_at":["extension","restoration","replacement"]}"#))
        #expect(try ask(options(document: held, occasion: "replacement")).contains(#"{"name":"mandatory"}"#))
    }

    @Test func withoutADayItIsTodays() throws {
        #expect(try ask(options(day: nil)).hasPrefix(#"{"on":"2026-11-26","age":36"#))
        // Half past eight in the evening at Greenwich is the next day in Kazakhstan.
        let evening = Date(timeIntervalSince1970: 1_764_102_600)
        #expect(try ObligationInquiry.today(evening) == CalendarDate("2025-11-26"))
        #expect(try ObligationInquiry.today(Date(timeIntervalSince1970: 1_764_097_199)) == CalendarDate("2025-11-25"))
    }

    @Test func peopleReadItInTheirLanguage() throws {
        #expect(try ask(options(), .russian, isJSON: false).contains("обязательна"))
        #expect(try ask(options(), .kazakh, isJSON: false).contains("міндетті"))
    }

    @Test func mistakesNameTheirOption() throws {
        let today = try CalendarDate("2026-11-26")
        let mistakes: [(String, ObligationOptions)] = [
            ("--status", options(status: "alien")), ("--born", options(born: "17.05.1990")),
            ("--born", options(born: "2024-03-02")), ("--ground", options(ground: "none")),
            ("--on", options(day: "tomorrow")), ("--document", options(document: "visa")),
            ("--document", options(document: "passport:2023-05-01:2024-04-30")),
            ("--document", options(document: "visa:2024-05-01:2024-04-30")),
            ("--occasion", options(occasion: "loss")), ("--place-of-issue", options(place: "office")),
            ("--place-of-issue", options(ground: "residence", place: "electronic")),
            ("--passport-language", options(passport: "de")), ("--iin", options(iin: "990101300122")),
        ]
        for (option, options) in mistakes {
            let error = usage { () throws(CommandError) in try options.inquiry(today: today) }
            #expect(error?.field == option, "\(String(describing: error))")
            #expect(error?.limit != nil)
            #expect(error?.description.contains("1990") == false && error?.description.contains("9901") == false)
        }
    }

    @Test func theListHasEveryRow() {
        let law = ObligationTable.kazakhstan
        let rows = (law.rows + [law.otherwise]).map(\.id) + DocumentsNeeded.kazakhstan.rows.map(\.id)
            + Competence.kazakhstan.rows.map(\.id)
        for language in Language.allCases {
            let (text, json) = (Recorder(), Recorder())
            #expect(ObligationInquiry.list(language, text.console(isJSON: false)) == .done)
            _ = ObligationInquiry.list(language, json.console(isJSON: true))
            for row in rows {
                #expect(text.out.contains("[\(row)] ") && json.out.contains("{\"row\":\"\(row)\","), "\(row)")
            }
            #expect((try? JSONSerialization.jsonObject(with: Data(json.out.utf8))) != nil)
        }
    }
}
