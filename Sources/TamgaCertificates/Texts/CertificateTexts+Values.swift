import TamgaRegistry
import TamgaTemplates

// The words for agencies, grounds, fingers and reasons: until the register has them for all, those of certificates.
extension CertificateTexts {
    static func text(_ agency: Agency) -> Localized {
        switch agency {
        case .interior:
            Localized(
                kazakh: "Ішкі істер министрлігі", russian: "Министерство внутренних дел",
                english: "Ministry of Internal Affairs")
        case .foreignAffairs:
            Localized(
                kazakh: "Сыртқы істер министрлігі", russian: "Министерство иностранных дел",
                english: "Ministry of Foreign Affairs")
        case .nationalSecurity:
            Localized(
                kazakh: "Ұлттық қауіпсіздік комитеті", russian: "Комитет национальной безопасности",
                english: "National Security Committee")
        case .transport:
            Localized(
                kazakh: "Көлік министрлігі", russian: "Министерство транспорта", english: "Ministry of Transport")
        }
    }

    static func text(_ ground: RegistrationGround) -> Localized {
        switch ground {
        case .seafarerDocument:
            Localized(
                kazakh: "теңізшінің жеке куәлігін беру", russian: "выдача удостоверения личности моряка",
                english: "issue of a seafarer's identity document")
        case .residence:
            Localized(
                kazakh: "уақытша немесе тұрақты тұруға рұқсат беру",
                russian: "выдача разрешения на временное или постоянное проживание",
                english: "permit for temporary or permanent residence")
        case .identityDocument:
            Localized(
                kazakh: "шетелдіктің тұруға ықтиярхатын немесе азаматтығы жоқ адамның куәлігін беру",
                russian: "выдача вида на жительство иностранца или удостоверения лица без гражданства",
                english: "issue of a foreigner's residence permit or of a stateless person's certificate")
        case .asylum:
            Localized(
                kazakh: "пана іздеуші мәртебесін беру, босқын куәлігін немесе жол жүру құжатын беру",
                russian: "присвоение статуса лица, ищущего убежище, выдача удостоверения беженца или проездного "
                    + "документа",
                english: "status of asylum seeker, issue of a refugee certificate or of a travel document")
        case .removal:
            Localized(
                kazakh: "Қазақстан Республикасынан шығарып жіберу немесе реадмиссия",
                russian: "выдворение за пределы Республики Казахстан или реадмиссия",
                english: "expulsion from the Republic of Kazakhstan or readmission")
        case .visa:
            Localized(
                kazakh: "Қазақстан Республикасының визасын беру", russian: "выдача визы Республики Казахстан",
                english: "issue of a visa of the Republic of Kazakhstan")
        case .voluntary:
            Localized(
                kazakh: "азаматтың өз еркі бойынша", russian: "по собственному желанию гражданина",
                english: "at the citizen's own will")
        }
    }

    /// In words that fit every finger and the palm: nouns in Russian.
    static func text(_ reason: MissingReason) -> Localized {
        switch reason {
        case .missing: Localized(kazakh: "жоқ", russian: "отсутствие", english: "missing")
        case .bandaged: Localized(kazakh: "таңылған", russian: "повязка", english: "bandaged")
        case .amputated: Localized(kazakh: "ампутацияланған", russian: "ампутация", english: "amputated")
        case .damaged: Localized(kazakh: "зақымданған", russian: "повреждение", english: "damaged")
        }
    }

    static let rightHand = Localized(kazakh: "Оң қол", russian: "Правая рука", english: "Right hand")
    static let leftHand = Localized(kazakh: "Сол қол", russian: "Левая рука", english: "Left hand")

    /// A finger or the palm, of a hand that is named beside it.
    static func text(_ position: FingerPosition) -> Localized {
        switch position {
        case .rightThumb, .leftThumb: Localized(kazakh: "бас бармақ", russian: "большой", english: "thumb")
        case .rightIndex, .leftIndex: Localized(kazakh: "сұқ саусақ", russian: "указательный", english: "index")
        case .rightMiddle, .leftMiddle: Localized(kazakh: "ортаңғы саусақ", russian: "средний", english: "middle")
        case .rightRing, .leftRing: Localized(kazakh: "аты жоқ саусақ", russian: "безымянный", english: "ring")
        case .rightLittle, .leftLittle: Localized(kazakh: "шынашақ", russian: "мизинец", english: "little")
        case .rightPalm, .leftPalm: Localized(kazakh: "алақан", russian: "ладонь", english: "palm")
        case .unknown, .unknownPalm: Localized(kazakh: "белгісіз", russian: "неизвестно", english: "unknown")
        }
    }
}
