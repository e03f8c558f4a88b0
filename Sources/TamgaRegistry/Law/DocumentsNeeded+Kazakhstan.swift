extension DocumentsNeeded {
    /// What is asked for in Kazakhstan. An amendment is a change of a row here and in `docs/LAW.md`.
    public static let kazakhstan = DocumentsNeeded(rows: [
        Row(
            id: "passport", from: nil, until: nil, document: .passport, conditions: .init(), requirement: .bring,
            citations: [announced],
            text: Localized(
                kazakh: "Паспортты немесе жеке басты куәландыратын өзге де құжатты алып келіңіз.",
                russian: "Предъявите паспорт или иной документ, удостоверяющий личность.",
                english: "Bring the passport or another identity document.")),
        Row(
            id: "translation", from: nil, until: nil, document: .translation,
            conditions: .init(languages: [.other]), requirement: .bring, citations: [announced],
            text: Localized(
                kazakh: "Паспорттың қазақ немесе орыс тіліне нотариат куәландырған аудармасын алып келіңіз.",
                russian: "Предъявите нотариально засвидетельствованный перевод паспорта на казахский или русский язык.",
                english: "Bring a notarised translation of the passport into Kazakh or Russian.")),
        Row(
            id: "iin-held", from: nil, until: nil, document: .iin, conditions: .init(hasIIN: true),
            requirement: .bring, citations: [announced],
            text: Localized(
                kazakh: "Жеке сәйкестендіру нөмірін (ЖСН) көрсетіңіз.",
                russian: "Укажите индивидуальный идентификационный номер (ИИН).",
                english: "Give the individual identification number (IIN).")),
        Row(
            id: "iin-not-yet", from: nil, until: CalendarDate(ofTable: 2024, 2, 23), document: .iin,
            conditions: .init(statuses: [.foreigner], hasIIN: false),
            requirement: .linkLater, citations: [announced, ifAvailable], text: withoutIIN),
        Row(
            id: "iin-in-person", from: CalendarDate(ofTable: 2024, 2, 24), until: nil, document: .iin,
            conditions: .init(statuses: [.foreigner], hasIIN: false),
            requirement: .linkLater, citations: [announced, ifAvailable],
            text: Localized(
                kazakh: "Шетелдік жеке сәйкестендіру нөмірін (ЖСН) Қазақстан Республикасында тек жеке өзі келіп алады. "
                    + withoutIIN.kazakh,
                russian: "Иностранец получает индивидуальный идентификационный номер (ИИН) только лично, "
                    + "в Республике Казахстан. " + withoutIIN.russian,
                english: "A foreigner obtains the individual identification number (IIN) only in person, "
                    + "in Kazakhstan. " + withoutIIN.english)),
        Row(
            id: "iin-lacking", from: nil, until: nil, document: .iin,
            conditions: .init(statuses: [.citizen, .stateless], hasIIN: false),
            requirement: .linkLater, citations: [announced, ifAvailable], text: withoutIIN),
    ])

    private static let announced = Citation(.announcement, standing: .bulletin)
    /// A record is reported to hold the IIN "if available": it can be made without one.
    private static let ifAvailable = Citation(.reports, standing: .secondary)

    private static let withoutIIN = Localized(
        kazakh: "Тіркеу ЖСН-сіз де, тіркеу нөмірімен жүргізіледі; ЖСН кейін енгізіледі.",
        russian: "Регистрация проводится и без ИИН, под регистрационным номером; ИИН вносится позднее.",
        english: "Registration goes ahead without the IIN, under a registration number; the IIN is linked later.")
}
