extension Act {
    /// The act's name and date.
    public var text: Localized {
        switch self {
        case .amendingLaw:
            Localized(
                kazakh: "Қазақстан Республикасының 2023 жылғы 23 желтоқсандағы Заңы",
                russian: "Закон Республики Казахстан от 23 декабря 2023 года",
                english: "Law of 23 December 2023")
        case .registrationLaw:
            Localized(
                kazakh: "«Дактилоскопиялық және геномдық тіркеу туралы» "
                    + "Қазақстан Республикасының 2016 жылғы 30 желтоқсандағы № 40-VI Заңы",
                russian: "Закон Республики Казахстан от 30 декабря 2016 года № 40-VI "
                    + "«О дактилоскопической и геномной регистрации»",
                english: "Law No. 40-VI of 30 December 2016 on dactyloscopic and genomic registration")
        case .offencesCode:
            Localized(
                kazakh: "Әкімшілік құқық бұзушылық туралы кодекс",
                russian: "Кодекс об административных правонарушениях",
                english: "Code of Administrative Offences")
        case .announcement:
            Localized(
                kazakh: "уәкілетті органдардың хабарландыруы", russian: "сообщение уполномоченных органов",
                english: "announcement of the authorities")
        case .reports:
            Localized(
                kazakh: "баспасөз және кеңесшілер хабарлары", russian: "сообщения прессы и консультантов",
                english: "reports of the press and of advisers")
        }
    }
}

extension Provision {
    /// The place within its act: article 10, paragraph 2, subparagraph 1.
    public var text: Localized {
        switch (paragraph, subparagraph) {
        case (nil, _):
            Localized(kazakh: "\(article)-бап", russian: "статья \(article)", english: "article \(article)")
        case (let paragraph?, nil):
            Localized(
                kazakh: "\(article)-баптың \(paragraph)-тармағы", russian: "пункт \(paragraph) статьи \(article)",
                english: "article \(article), paragraph \(paragraph)")
        case (let paragraph?, let subparagraph?):
            Localized(
                kazakh: "\(article)-баптың \(paragraph)-тармағының \(subparagraph)) тармақшасы",
                russian: "подпункт \(subparagraph)) пункта \(paragraph) статьи \(article)",
                english: "article \(article), paragraph \(paragraph), subparagraph \(subparagraph)")
        }
    }
}

extension Citation.Standing {
    /// How far the citation was checked.
    public var text: Localized {
        switch self {
        case .bulletin:
            Localized(kazakh: "бюллетень бойынша", russian: "по бюллетеню", english: "from the source bulletin")
        case .publicSource:
            Localized(
                kazakh: "ашық дереккөз бойынша", russian: "по открытому источнику", english: "from a public source")
        case .secondary:
            Localized(
                kazakh: "жанама дереккөз бойынша, тексерілмеген", russian: "по вторичному источнику, не проверено",
                english: "from a secondary source, unverified")
        }
    }
}

extension Citation {
    /// Act, place within it, and standing, in one line.
    public var text: Localized {
        Localized { language in
            let place = provision.map { ", \($0.text[language])" } ?? ""
            return "\(act.text[language])\(place) (\(standing.text[language]))"
        }
    }
}
