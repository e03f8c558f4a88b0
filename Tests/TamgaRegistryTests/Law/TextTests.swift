import TamgaRegistry
import TamgaTemplates
import Testing

@Suite struct TextTests {
    /// Everything that has a text, by a name for the failure.
    static let catalogue: [(String, Localized)] =
        LegalStatus.allCases.map { ("\($0)", $0.text) } + RegistrationGround.allCases.map { ("\($0)", $0.text) }
        + Agency.allCases.map { ("\($0)", $0.text) } + MissingReason.allCases.map { ("\($0)", $0.text) }
        + FingerPosition.allCases.map { ("\($0)", $0.text) } + Occasion.allCases.map { ("\($0)", $0.text) }
        + VisaPlace.allCases.map { ("\($0)", $0.text) } + HeldDocument.Kind.allCases.map { ("\($0)", $0.text) }
        + NeededDocument.allCases.map { ("\($0)", $0.text) } + Requirement.allCases.map { ("\($0)", $0.text) }
        + PassportLanguage.allCases.map { ("\($0)", $0.text) } + RegistrationPlace.allCases.map { ("\($0)", $0.text) }
        + Act.allCases.map { ("\($0)", $0.text) } + Citation.Standing.allCases.map { ("\($0)", $0.text) }
        + Obligation.Reason.allCases.map { ("\($0)", $0.text) }

    /// The words of registration: verdicts, steps, facts, stations.
    static let ofRegistration: [[(String, Localized)]] = [
        RegistrationOutcome.allCases.map { ("\($0)", $0.text) }, Verdict.allCases.map { ("\($0)", $0.text) },
        Doubt.allCases.map { ("\($0)", $0.text) }, NextStep.allCases.map { ("\($0)", $0.text) },
        Right.allCases.map { ("\($0)", $0.text) }, Role.allCases.map { ("\($0)", $0.text) },
        Removal.Kind.allCases.map { ("\($0)", $0.text) }, Fact.Kind.allCases.map { ("\($0)", $0.text) },
        FingerSwap.allCases.map { ("\($0)", $0.text) },
    ]

    private static let rows = ObligationTable.kazakhstan.rows + [ObligationTable.kazakhstan.otherwise]

    private static let ofTables: [(String, Localized)] =
        rows.flatMap { row in
            [(row.id, row.text), ("\(row.id), outcome", row.outcome.text)]
                + (row.ifRefused.map { [("\(row.id), refused", $0.text)] } ?? [])
                + row.citations.map { ("\(row.id), citation", $0.text) }
        }
        + DocumentsNeeded.kazakhstan.rows.map { ($0.id, $0.text) } + Competence.kazakhstan.rows.map { ($0.id, $0.text) }

    @Test func everyTextIsThereInEveryLanguage() {
        let texts = Self.catalogue + Self.ofTables + Self.ofRegistration.flatMap(\.self)
        #expect(texts.count > 180)
        for (name, text) in texts {
            for language in Language.allCases {
                let words = text[language]
                #expect(words.contains { !$0.isWhitespace }, "\(name)")
                #expect(words.first?.isWhitespace == false && words.last?.isWhitespace == false, "\(name)")
                #expect(!words.contains("  "), "\(name)")
            }
            #expect(Self.isCyrillic(text.kazakh) && Self.isCyrillic(text.russian), "\(name)")
            #expect(!text.english.unicodeScalars.contains(where: Self.isCyrillicLetter), "\(name)")
            #expect(!Self.mixesAlphabets(text.kazakh) && !Self.mixesAlphabets(text.russian), "\(name)")
            #expect(!text.russian.unicodeScalars.contains { Self.kazakhOnly.contains($0) }, "\(name)")
        }
    }

    /// A Latin letter that looks like a Cyrillic one would not be found by a search, nor drawn in the same font.
    private static func mixesAlphabets(_ text: String) -> Bool {
        text.split { !$0.isLetter }.contains { word in
            let cyrillic = word.unicodeScalars.filter(isCyrillicLetter).count
            return cyrillic != 0 && cyrillic != word.unicodeScalars.count
        }
    }

    private static func isCyrillic(_ text: String) -> Bool { text.unicodeScalars.contains(where: isCyrillicLetter) }
    private static func isCyrillicLetter(_ scalar: Unicode.Scalar) -> Bool { (0x400...0x4FF).contains(scalar.value) }
    private static let kazakhOnly = Set("ӘҒҚҢӨҰҮҺІәғқңөұүһі".unicodeScalars)

    /// Texts of one kind tell their cases apart, in each language.
    @Test func noTwoCasesHaveTheSameText() {
        let kinds: [[Localized]] = [
            LegalStatus.allCases.map(\.text), RegistrationGround.allCases.map(\.text), Agency.allCases.map(\.text),
            MissingReason.allCases.map(\.text), FingerPosition.allCases.map(\.text), Occasion.allCases.map(\.text),
            VisaPlace.allCases.map(\.text), HeldDocument.Kind.allCases.map(\.text), Act.allCases.map(\.text),
            NeededDocument.allCases.map(\.text), Requirement.allCases.map(\.text),
            PassportLanguage.allCases.map(\.text), RegistrationPlace.allCases.map(\.text),
            Obligation.Reason.allCases.map(\.text), Citation.Standing.allCases.map(\.text), Self.rows.map(\.text),
        ]
        for texts in kinds + Self.ofRegistration.map({ $0.map(\.1) }) {
            for language in Language.allCases {
                #expect(Set(texts.map { $0[language] }).count == texts.count, "\(texts[0].english)")
            }
        }
    }

    /// A number in a text that is not one of the row's own would outlive an amendment of the row.
    @Test func rowsNameNoNumbersButTheirOwnAges() {
        for row in Self.rows {
            let ages = row.conditions.ages.map { [$0.lowerBound, $0.upperBound] } ?? []
            for language in Language.allCases {
                let numbers = row.text[language].split { !$0.isNumber }.compactMap { Int($0) }
                #expect(numbers.allSatisfy(ages.contains), "\(row.id)")
            }
        }
    }

    @Test func outcomesNameTheirDayAndOccasions() throws {
        let suspended = Obligation.Outcome.suspended(until: try CalendarDate("2025-07-01")).text
        #expect(suspended.kazakh == "2025 жылғы 1 шілдеге дейін тоқтатыла тұрады")
        #expect(suspended.russian == "приостановлена до 1 июля 2025 года")
        #expect(suspended.english == "suspended until 1 July 2025")
        let notNow = Obligation.Outcome.notNow(until: [.extension, .replacement]).text
        #expect(notNow.kazakh.hasSuffix("құжатты ұзарту, ауыстыру"))
        #expect(notNow.russian.contains("продление, замена"))
        #expect(notNow.english.contains("extension, replacement"))
    }

    /// Kazakh endings of the dative: ға after back vowels, ге after front ones, ке after a voiceless sound.
    @Test func everyMonthHasItsName() throws {
        let kazakh = [
            "қаңтарға", "ақпанға", "наурызға", "сәуірге", "мамырға", "маусымға", "шілдеге", "тамызға", "қыркүйекке",
            "қазанға", "қарашаға", "желтоқсанға",
        ]
        let russian = [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
            "декабря",
        ]
        for month in 1...12 {
            let day = try CalendarDate(year: 2024, month: month, day: 9)
            #expect(day.textUntil.kazakh == "2024 жылғы 9 \(kazakh[month - 1]) дейін")
            #expect(day.text.russian == "9 \(russian[month - 1]) 2024 года")
        }
        #expect(try CalendarDate("2024-01-01").text.kazakh == "2024 жылғы 1 қаңтар")
        #expect(try CalendarDate("2024-01-01").text.english == "1 January 2024")
    }

    @Test func fingersAreNamed() {
        #expect(FingerPosition.rightIndex.text.english == "right index finger")
        #expect(FingerPosition.rightIndex.text.russian == "правый указательный палец")
        #expect(FingerPosition.rightIndex.text.kazakh == "оң қолдың сұқ саусағы")
        let named = FingerPosition.fingers + FingerPosition.palms
        for position in named {
            let isRight = position.name.hasPrefix("right")
            #expect(position.text.kazakh.hasPrefix(isRight ? "оң қолдың " : "сол қолдың "))
            #expect(position.text.russian.hasPrefix(isRight ? "прав" : "лев"))
            #expect(position.text.english.hasPrefix(isRight ? "right " : "left "))
        }
    }

    @Test func citationsSayHowFarTheyWereChecked() {
        let place = Provision(article: "10", paragraph: 2, subparagraph: 6)
        let text = Citation(.registrationLaw, place, standing: .publicSource).text
        #expect(text.english.contains("article 10, paragraph 2, subparagraph 6 (from a public source)"))
        #expect(text.russian.contains("подпункт 6) пункта 2 статьи 10"))
        #expect(text.kazakh.contains("10-баптың 2-тармағының 6) тармақшасы"))
        #expect(Provision(article: "443-1").text.kazakh == "443-1-бап")
        #expect(Provision(article: "11", paragraph: 2).text.russian == "пункт 2 статьи 11")
    }

    @Test func whatPassesIsToBeTakenLater() {
        #expect(MissingReason.allCases.filter(\.isTemporary) == [.bandaged, .damaged])
    }
}
