extension RegistrationGround {
    /// The ground as the law words it, in the form of a heading.
    public var text: Localized {
        switch self {
        case .seafarerDocument:
            Localized(
                kazakh: "теңізшінің жеке куәлігін беру", russian: "выдача удостоверения личности моряка",
                english: "issue of a seafarer's identity document")
        case .residence:
            Localized(
                kazakh: "Қазақстан Республикасында уақытша немесе тұрақты тұруға рұқсат",
                russian: "разрешение на временное или постоянное проживание в Республике Казахстан",
                english: "permit for temporary or permanent residence in Kazakhstan")
        case .identityDocument:
            Localized(
                kazakh: "шетелдіктің Қазақстан Республикасында тұруына ықтиярхат, азаматтығы жоқ адамның куәлігі",
                russian: "вид на жительство иностранца в Республике Казахстан, удостоверение лица без гражданства",
                english: "a foreigner's residence permit, a stateless person's certificate")
        case .asylum:
            Localized(
                kazakh: "пана іздеген адам мәртебесі, босқын куәлігі және (немесе) жол жүру құжаты",
                russian: "статус лица, ищущего убежище, удостоверение беженца и (или) проездной документ",
                english: "status of asylum seeker, refugee certificate and/or travel document")
        case .removal:
            Localized(
                kazakh: "Қазақстан Республикасынан шығарып жіберу немесе ратификацияланған "
                    + "халықаралық шарттар бойынша реадмиссия",
                russian: "выдворение из Республики Казахстан или реадмиссия "
                    + "по ратифицированным международным договорам",
                english: "expulsion from Kazakhstan, or readmission under ratified treaties")
        case .visa:
            Localized(
                kazakh: "Қазақстан Республикасының визасы", russian: "виза Республики Казахстан",
                english: "visa of Kazakhstan")
        case .voluntary:
            Localized(
                kazakh: "ерікті тіркеу", russian: "добровольная регистрация", english: "voluntary registration")
        }
    }
}
