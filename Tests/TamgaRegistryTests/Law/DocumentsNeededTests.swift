import TamgaRegistry
import Testing

@Suite struct DocumentsNeededTests {
    private func ask(
        _ status: LegalStatus, _ language: PassportLanguage, hasIIN: Bool, on day: String = "2024-06-01"
    ) throws -> [DocumentsNeeded.Row] {
        DocumentsNeeded.kazakhstan.answer(
            .init(status: status, passportLanguage: language, hasIIN: hasIIN, on: try CalendarDate(day)))
    }

    @Test func aForeignPassportIsTranslated() throws {
        #expect(try ask(.foreigner, .other, hasIIN: true).map(\.id) == ["passport", "translation", "iin-held"])
        for language in [PassportLanguage.kazakh, .russian] {
            #expect(try ask(.foreigner, language, hasIIN: true).map(\.id) == ["passport", "iin-held"])
        }
    }

    @Test(arguments: [("2024-02-23", "iin-not-yet"), ("2024-02-24", "iin-in-person"), ("2024-02-25", "iin-in-person")])
    func foreignersObtainTheNumberInPersonSinceThe24thOfFebruary(day: String, row: String) throws {
        let answer = try ask(.foreigner, .russian, hasIIN: false, on: day).last
        #expect(answer?.id == row)
        #expect(answer?.citations.first == Citation(.announcement, standing: .bulletin))
        #expect(answer?.text.english.contains("only in person") == (row == "iin-in-person"))
    }

    /// Nobody is told "no IIN, no registration": every question about the number has one answer, and without the number
    /// that answer is to link it later, in words too.
    @Test func withoutANumberRegistrationGoesAhead() throws {
        for status in LegalStatus.allCases {
            for language in PassportLanguage.allCases {
                for day in ["2023-12-31", "2024-02-23", "2024-02-24", "2031-01-01"] {
                    let with = try ask(status, language, hasIIN: true, on: day).filter { $0.document == .iin }
                    #expect(with.map(\.requirement) == [.bring])
                    let without = try ask(status, language, hasIIN: false, on: day).filter { $0.document == .iin }
                    #expect(without.map(\.requirement) == [.linkLater])
                    #expect(without.first?.text.english.contains("goes ahead without the IIN") == true)
                    #expect(without.first?.text.russian.contains("проводится и без ИИН") == true)
                    #expect(without.first?.text.kazakh.contains("ЖСН-сіз де") == true)
                }
            }
        }
    }

    @Test func onlyTheNumberMayComeLater() {
        for row in DocumentsNeeded.kazakhstan.rows where row.requirement == .linkLater {
            #expect(row.document == .iin)
        }
    }

    @Test func rowsAreWellFormedAndReached() throws {
        let rows = DocumentsNeeded.kazakhstan.rows
        #expect(Set(rows.map(\.id)).count == rows.count)
        #expect(rows.allSatisfy { !$0.citations.isEmpty })
        var unreached = Set(rows.map(\.id))
        for status in LegalStatus.allCases {
            for language in PassportLanguage.allCases {
                for hasIIN in [false, true] {
                    for day in ["2024-02-23", "2024-02-24"] {
                        let answer = try ask(status, language, hasIIN: hasIIN, on: day)
                        #expect(answer.first?.document == .passport)
                        unreached.subtract(answer.map(\.id))
                    }
                }
            }
        }
        #expect(unreached.isEmpty)
    }
}
