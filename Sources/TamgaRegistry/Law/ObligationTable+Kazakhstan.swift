/// The day on which registration became mandatory.
private let inForce = CalendarDate(ofTable: 2024, 1, 1)

private let foreigners: Set<LegalStatus> = [.foreigner, .stateless]

/// The law of 23 December 2023, as the source bulletin tells it.
private let bulletin = Citation(.amendingLaw, standing: .bulletin)

extension ObligationTable {
    /// Dactyloscopic registration in Kazakhstan: every date, age, ground and citation of it.
    ///
    /// An amendment is a change of a row here and of the table in `docs/LAW.md`, which a test holds against this one.
    /// Precedence, first to last: before the law; once only; citizens; the age; documents held when the law came into
    /// force; what is suspended; the six grounds.
    ///
    /// Decisions on what the sources leave open:
    /// - "Until 1 July 2025" is up to and including 30 June 2025. On electronic visas after that sources disagree: an
    ///   announcement has them mandatory from 1 July 2025, while an order of the Ministry of Foreign Affairs of
    ///   30 September 2025 is reported still to leave out visas issued electronically without a visit. The table
    ///   follows the law; the other reading is a later `until` in the row `suspended-electronic`, or none.
    /// - Sixteen is reached on the birthday.
    /// - A document held on 1 January 2024 spares its holder on the ground of that document only, while it is valid:
    ///   who is expelled, or asks for asylum or for a document of another kind, is asked on that ground.
    /// - Exemptions by reciprocity (heads of state and others), known from reports only, are not in the table.
    public static let kazakhstan = ObligationTable(rows: rowsOfKazakhstan, otherwise: noGround)

    private static let rowsOfKazakhstan: [ObligationRow] = [
        ObligationRow(
            id: "before-the-law", from: nil, until: CalendarDate(ofTable: 2023, 12, 31),
            conditions: .init(),
            outcome: .notRequired(.notInForce),
            citations: [bulletin],
            text: Localized(
                kazakh: "Заң әлі қолданысқа енгізілмеген: дактилоскопиялық тіркеу міндетті емес.",
                russian: "Закон ещё не введён в действие: дактилоскопическая регистрация не обязательна.",
                english: "The law is not yet in force: fingerprint registration is not mandatory.")),
        ObligationRow(
            id: "once", from: inForce, until: nil,
            conditions: .init(isRegistered: true),
            outcome: .alreadyRegistered,
            citations: [bulletin],
            text: Localized(
                kazakh: "Адам дактилоскопиялық тіркеуден бір рет өтеді; бұл адам бұрын тіркелген.",
                russian: "Дактилоскопическая регистрация проходится один раз; это лицо уже зарегистрировано.",
                english: "A person is registered once; this person already is.")),

        // Citizens.
        ObligationRow(
            id: "citizen-child", from: inForce, until: nil,
            conditions: .init(statuses: [.citizen], ages: 0..<12),
            outcome: .notRequired(.underAge),
            citations: [Citation(.reports, standing: .secondary)],
            text: Localized(
                kazakh: "12 жасқа толмаған балалар дактилоскопиялық тіркеуге жатпайды.",
                russian: "Дети, не достигшие 12 лет, дактилоскопической регистрации не подлежат.",
                english: "Children under 12 are not subject to fingerprint registration.")),
        ObligationRow(
            id: "citizen-minor", from: inForce, until: nil,
            conditions: .init(statuses: [.citizen], ages: 12..<16),
            outcome: .voluntary(needsConsent: true),
            citations: [
                Citation(.reports, standing: .secondary),
                Citation(.registrationLaw, Provision(article: "11", paragraph: 2), standing: .publicSource),
            ],
            text: Localized(
                kazakh: "12 жастан 16 жасқа дейінгі балалар үшін дактилоскопиялық тіркеу ерікті, "
                    + "ол заңды өкілдерінің келісімімен жүргізіледі.",
                russian: "Для детей от 12 до 16 лет дактилоскопическая регистрация добровольна "
                    + "и проводится с согласия законных представителей.",
                english: "From 12 to under 16 years of age registration is voluntary, "
                    + "with the consent of the child's legal representatives.")),
        ObligationRow(
            id: "citizen", from: inForce, until: nil,
            conditions: .init(statuses: [.citizen], ages: 16..<Int.max),
            outcome: .voluntary(needsConsent: false),
            citations: [
                bulletin, Citation(.registrationLaw, Provision(article: "10", paragraph: 1), standing: .publicSource),
            ],
            text: Localized(
                kazakh: "Қазақстан Республикасының азаматтары үшін дактилоскопиялық тіркеу ерікті.",
                russian: "Для граждан Республики Казахстан дактилоскопическая регистрация добровольна.",
                english: "For citizens of Kazakhstan fingerprint registration is voluntary.")),

        // Foreigners and stateless persons: the age.
        ObligationRow(
            id: "under-sixteen", from: inForce, until: nil,
            conditions: .init(statuses: foreigners, ages: 0..<16),
            outcome: .notRequired(.underAge),
            citations: [bulletin],
            text: Localized(
                kazakh: "16 жасқа толмаған шетелдіктер мен азаматтығы жоқ адамдар "
                    + "міндетті дактилоскопиялық тіркеуге жатпайды.",
                russian: "Иностранцы и лица без гражданства, не достигшие 16 лет, "
                    + "обязательной дактилоскопической регистрации не подлежат.",
                english: "Foreigners and stateless persons under 16 are not subject to mandatory registration.")),

        // Documents held when the law came into force.
        held(
            "held-residence-permit", .residencePermit, grounds: [.residence, .identityDocument, nil],
            Localized(
                kazakh: "тұруға ықтиярхаты", russian: "действительный вид на жительство",
                english: "residence permit")),
        held(
            "held-temporary-residence-permit", .temporaryResidencePermit, grounds: [.residence, nil],
            Localized(
                kazakh: "уақытша тұруға рұқсаты", russian: "действительное разрешение на временное проживание",
                english: "temporary residence permit")),
        held(
            "held-visa", .visa, grounds: [.visa, nil],
            Localized(kazakh: "визасы", russian: "действительную визу", english: "visa")),

        // Suspended.
        ObligationRow(
            id: "suspended-airport", from: inForce, until: CalendarDate(ofTable: 2025, 6, 30),
            conditions: .init(
                statuses: foreigners, ages: 16..<Int.max, grounds: [.visa], visaPlaces: [.internationalAirport]),
            outcome: .suspended(until: CalendarDate(ofTable: 2025, 7, 1)),
            citations: [bulletin],
            text: Localized(
                kazakh: "Халықаралық әуежайларда берілетін визалар бойынша дактилоскопиялық тіркеу тоқтатыла тұрады.",
                russian: "По визам, выдаваемым в международных аэропортах, "
                    + "дактилоскопическая регистрация приостановлена.",
                english: "For visas issued at international airports registration is suspended.")),
        ObligationRow(
            id: "suspended-electronic", from: inForce, until: CalendarDate(ofTable: 2025, 6, 30),
            conditions: .init(statuses: foreigners, ages: 16..<Int.max, grounds: [.visa], visaPlaces: [.electronic]),
            outcome: .suspended(until: CalendarDate(ofTable: 2025, 7, 1)),
            citations: [bulletin],
            text: Localized(
                kazakh: "Шетелдегі мекемеге бармай берілетін электрондық визалар бойынша "
                    + "дактилоскопиялық тіркеу тоқтатыла тұрады.",
                russian: "По электронным визам, выдаваемым без посещения загранучреждения, "
                    + "дактилоскопическая регистрация приостановлена.",
                english: "For electronic visas issued without a visit to a mission abroad registration is suspended.")),

        // The six grounds.
        mandatory("ground-seafarer-document", .seafarerDocument, from: inForce, ages: 16..<Int.max, subparagraph: 1),
        mandatory("ground-residence", .residence, from: inForce, ages: 16..<Int.max, subparagraph: 2),
        mandatory("ground-identity-document", .identityDocument, from: inForce, ages: 16..<Int.max, subparagraph: 3),
        mandatory("ground-asylum", .asylum, from: inForce, ages: 16..<Int.max, subparagraph: 4),
        mandatory("ground-removal", .removal, from: inForce, ages: 16..<Int.max, subparagraph: 5),
        mandatory("ground-visa", .visa, from: inForce, ages: 16..<Int.max, subparagraph: 6),
    ]

    private static let noGround = ObligationRow(
        id: "no-ground", from: nil, until: nil,
        conditions: .init(),
        outcome: .notRequired(.noGround),
        citations: [bulletin],
        text: Localized(
            kazakh: "Заңда көзделген негіздердің ешқайсысы жоқ: дактилоскопиялық тіркеу талап етілмейді.",
            russian: "Ни одного из предусмотренных законом оснований нет: дактилоскопическая регистрация не требуется.",
            english: "None of the grounds of the law is given: fingerprint registration is not required."))
}

// MARK: Rows of one form
extension ObligationTable {
    /// Who held the document on the day the law came into force registers when that document is extended, restored or
    /// replaced. The Russian name is the object of "to hold", with its adjective.
    private static func held(
        _ id: String, _ kind: HeldDocument.Kind, grounds: Set<RegistrationGround?>, _ name: Localized
    ) -> ObligationRow {
        ObligationRow(
            id: id, from: inForce, until: nil,
            conditions: .init(
                statuses: foreigners, ages: 16..<Int.max, grounds: grounds,
                held: .init([kind], validOn: inForce), occasions: [.firstIssue]),
            outcome: .notNow(until: [.extension, .restoration, .replacement]),
            citations: [bulletin],
            text: Localized(
                kazakh: "Заң қолданысқа енгізілген күні жарамды \(name.kazakh) болған адам тіркеуден қазір емес, "
                    + "құжаттың мерзімі ұзартылған, ол қалпына келтірілген немесе ауыстырылған кезде өтеді.",
                russian: "Лицо, имевшее на дату введения закона в действие \(name.russian), проходит регистрацию "
                    + "не сейчас, а при продлении, восстановлении или замене этого документа.",
                english: "Who held a valid \(name.english) when the law came into force registers not now "
                    + "but when that document is extended, restored or replaced."))
    }

    /// One of the six grounds. Their numbers in article 10 are read off article 11, which refers to them.
    private static func mandatory(
        _ id: String, _ ground: RegistrationGround, from: CalendarDate, ages: Range<Int>, subparagraph: Int
    ) -> ObligationRow {
        let place = Provision(article: "10", paragraph: 2, subparagraph: subparagraph)
        return ObligationRow(
            id: id, from: from, until: nil,
            conditions: .init(statuses: foreigners, ages: ages, grounds: [ground]),
            outcome: .mandatory,
            citations: [bulletin, Citation(.registrationLaw, place, standing: .publicSource)],
            text: Localized(
                kazakh: "Дактилоскопиялық тіркеу міндетті. Негізі: \(ground.text.kazakh).",
                russian: "Дактилоскопическая регистрация обязательна. Основание: \(ground.text.russian).",
                english: "Fingerprint registration is mandatory. Ground: \(ground.text.english)."),
            ifRefused: expulsion)
    }

    private static let expulsion = Refusal(
        citation: Citation(.offencesCode, Provision(article: "443-1"), standing: .bulletin),
        text: Localized(
            kazakh: "Тіркеуден бас тарту Қазақстан Республикасынан шығарып жіберуге әкеп соғады.",
            russian: "Отказ от прохождения регистрации влечёт выдворение за пределы Республики Казахстан.",
            english: "Refusal leads to expulsion from Kazakhstan."))
}
