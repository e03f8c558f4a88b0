extension HeldDocument.Kind {
    /// The document's name.
    public var text: Localized {
        switch self {
        case .residencePermit:
            Localized(kazakh: "тұруға ықтиярхат", russian: "вид на жительство", english: "residence permit")
        case .temporaryResidencePermit:
            Localized(
                kazakh: "уақытша тұруға рұқсат", russian: "разрешение на временное проживание",
                english: "temporary residence permit")
        case .visa: Localized(kazakh: "виза", russian: "виза", english: "visa")
        }
    }
}

extension NeededDocument {
    /// The document's name.
    public var text: Localized {
        switch self {
        case .passport:
            Localized(
                kazakh: "паспорт немесе жеке басты куәландыратын өзге де құжат",
                russian: "паспорт или иной документ, удостоверяющий личность",
                english: "passport or another identity document")
        case .translation:
            Localized(
                kazakh: "паспорттың нотариат куәландырған аудармасы",
                russian: "нотариально засвидетельствованный перевод паспорта",
                english: "notarised translation of the passport")
        case .iin:
            Localized(
                kazakh: "жеке сәйкестендіру нөмірі (ЖСН)", russian: "индивидуальный идентификационный номер (ИИН)",
                english: "individual identification number (IIN)")
        }
    }
}

extension Requirement {
    /// What is to be done.
    public var text: Localized {
        switch self {
        case .bring: Localized(kazakh: "ұсыну қажет", russian: "необходимо представить", english: "to be brought")
        case .linkLater:
            Localized(kazakh: "кейін енгізіледі", russian: "вносится позднее", english: "to be linked later")
        }
    }
}

extension PassportLanguage {
    /// The language's name.
    public var text: Localized {
        switch self {
        case .kazakh: Localized(kazakh: "қазақ тілі", russian: "казахский язык", english: "Kazakh")
        case .russian: Localized(kazakh: "орыс тілі", russian: "русский язык", english: "Russian")
        case .other: Localized(kazakh: "өзге тіл", russian: "другой язык", english: "another language")
        }
    }
}

extension RegistrationPlace {
    /// Where it is, seen from Kazakhstan.
    public var text: Localized {
        switch self {
        case .inCountry:
            Localized(
                kazakh: "Қазақстан Республикасында", russian: "в Республике Казахстан", english: "in Kazakhstan")
        case .abroad: Localized(kazakh: "шетелде", russian: "за рубежом", english: "abroad")
        }
    }
}
