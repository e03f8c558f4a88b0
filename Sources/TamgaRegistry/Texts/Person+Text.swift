extension LegalStatus {
    /// What the person is called.
    public var text: Localized {
        switch self {
        case .citizen:
            Localized(
                kazakh: "Қазақстан Республикасының азаматы", russian: "гражданин Республики Казахстан",
                english: "citizen of Kazakhstan")
        case .foreigner: Localized(kazakh: "шетелдік", russian: "иностранец", english: "foreigner")
        case .stateless:
            Localized(
                kazakh: "азаматтығы жоқ адам", russian: "лицо без гражданства", english: "stateless person")
        }
    }
}

extension MissingReason {
    /// The reason as a noun, so that it fits a finger and a palm alike.
    public var text: Localized {
        switch self {
        case .missing: Localized(kazakh: "болмауы", russian: "отсутствие", english: "missing")
        case .bandaged: Localized(kazakh: "таңғыш", russian: "повязка", english: "bandaged")
        case .amputated: Localized(kazakh: "ампутация", russian: "ампутация", english: "amputated")
        case .damaged: Localized(kazakh: "зақымдану", russian: "повреждение", english: "damaged")
        }
    }
}

extension Agency {
    /// The body's name.
    public var text: Localized {
        switch self {
        case .interior:
            Localized(
                kazakh: "ішкі істер органдары", russian: "органы внутренних дел",
                english: "bodies of internal affairs")
        case .foreignAffairs:
            Localized(
                kazakh: "Сыртқы істер министрлігі, шетелдегі мекемелер",
                russian: "Министерство иностранных дел, загранучреждения",
                english: "Ministry of Foreign Affairs, missions abroad")
        case .nationalSecurity:
            Localized(
                kazakh: "ұлттық қауіпсіздік органдары", russian: "органы национальной безопасности",
                english: "bodies of national security")
        case .transport:
            Localized(
                kazakh: "көлік саласындағы уәкілетті орган", russian: "уполномоченный орган в области транспорта",
                english: "authorised body for transport")
        }
    }
}
