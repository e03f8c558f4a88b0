internal import TamgaRegistry
internal import TamgaWire

// How much was looked at, and how sure that is, for people.
extension SearchSummary {
    func lines(_ language: Language) -> [String] {
        [covered[language], decided[language]]
    }

    private var covered: Localized {
        let place = "\(snapshot), \(matcher)"
        return Localized(
            kazakh: "Қаралды: \(gallery) үлгінің \(searched) үлгісі; салыстырылмаған тіркелген адамдар: \(notCompared) "
                + "(\(place))",
            russian: "Просмотрено шаблонов: \(searched) из \(gallery); не сравнивались зарегистрированные лица: "
                + "\(notCompared) (\(place))",
            english: "Searched \(searched) of \(gallery) templates; registered persons not compared: \(notCompared) "
                + "(\(place))")
    }

    private var decided: Localized {
        let (threshold, doubtful) = (threshold.scoreText, doubtfulThreshold.scoreText)
        let (target, lowest, highest) = (shareText(targetFPIR), shareText(lowestFPIR), shareText(highestFPIR))
        return Localized(
            kazakh: "Шек: \(threshold), күмән: \(doubtful) бастап; жалған оң сәйкестендіру үлесі (FPIR): мақсат "
                + "\(target), шын мәні \(lowest) – \(highest)",
            russian: "Порог \(threshold), сомнение от \(doubtful); доля ложных опознаний (FPIR): задана \(target), "
                + "действительная от \(lowest) до \(highest)",
            english: "Threshold \(threshold), in doubt from \(doubtful); false positive identification rate (FPIR): "
                + "aimed at \(target), it may really be \(lowest) to \(highest)")
    }

    static let nothing = Localized(
        kazakh: "Іздеу жүргізілген жоқ: жауап кімнің тіркелгені туралы ештеңе айтпайды.",
        russian: "Поиск не проводился: ответ ничего не говорит о том, кто зарегистрирован.",
        english: "Nothing was searched: the answer says nothing of who is registered.")
}
