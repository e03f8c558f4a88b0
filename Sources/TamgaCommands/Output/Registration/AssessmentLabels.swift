internal import TamgaRegistry

/// The words around an assessment; what it says itself is worded by the register.
enum AssessmentLabels {
    static let key = Localized(
        kazakh: "Сұрау салудың кілті (жауап жоғалса, сол команданы --key арқылы қайталаңыз)",
        russian: "Ключ запроса (если ответ потерян, повторите ту же команду с --key)",
        english: "Key of the request (if its answer is lost, give the same command again with --key)")
    static let again = Localized(
        kazakh: "Байланыс үзілді; сол кілтпен қайта сұралуда.",
        russian: "Связь прервана; запрос повторяется под тем же ключом.",
        english: "The connection was lost; asking again under the same key.")
    static let replay = Localized(
        kazakh: "Бұл кілт бойынша бұрын берілген жауап: қазір ештеңе жасалған жоқ.",
        russian: "Это ответ, данный ранее под этим ключом: сейчас ничего не сделано.",
        english: "This is the answer given before under this key: nothing was done now.")
    static let person = Localized(kazakh: "Тіркеу нөмірі", russian: "Регистрационный номер", english: "Number")
    static let identifiers = Localized(kazakh: "Тіркелген деректері", russian: "Данные в реестре", english: "Known by")
    static let owners = Localized(
        kazakh: "Мәлімделген деректердің иесі", russian: "Заявленные данные принадлежат",
        english: "What was claimed belongs to")
    static let swap = Localized(kazakh: "Назар аударыңыз", russian: "Внимание", english: "Attention")
    static let next = Localized(kazakh: "Келесі қадамдар:", russian: "Что делать:", english: "What to do:")
    static let finger = Localized(kazakh: "саусақ", russian: "палец", english: "finger")
    static let hit = Localized(kazakh: "сәйкестік", russian: "совпадение", english: "hit")
    static let belowThreshold = Localized(
        kazakh: "шектен төмен", russian: "ниже порога", english: "below threshold")
    static let score = Localized(kazakh: "балл", russian: "балл", english: "score")
    static let byChance = Localized(kazakh: "кездейсоқ", russian: "случайно", english: "by chance")
    static let candidate = Localized(kazakh: "үміткер", russian: "кандидат", english: "candidate")
    static let due = Localized(
        kazakh: "Таңбаларды қайта алу тағайындалды", russian: "Назначено повторное снятие отпечатков",
        english: "Re-capture due")
    static let change = Localized(kazakh: "Өзгеріс", russian: "Изменение", english: "Change")
    static let lacking = Localized(
        kazakh: "Куәлік беру үшін әлі жетіспейді (сол адамды қайта тіркеп көріңіз немесе add-encounter)",
        russian: "Для свидетельства ещё не хватает (дайте команду ещё раз с ними или add-encounter)",
        english: "A certificate still lacks (give the command again with it, or add-encounter)")
    static let none = Localized(kazakh: "жоқ", russian: "нет", english: "none")
}

/// The words of entry bans and alerts.
enum BanLabels {
    static let heading = Localized(
        kazakh: "КІРУГЕ ТЫЙЫМ ҚОЛДАНЫСТА", russian: "ДЕЙСТВУЕТ ЗАПРЕТ НА ВЪЕЗД", english: "ENTRY BAN IN FORCE")
    static let recognised = Localized(
        kazakh: "танылған адам", russian: "опознанное лицо", english: "the person recognised")
    static let owner = Localized(
        kazakh: "мәлімделген деректердің иесі, бұл саусақтардың иесі деп танылған жоқ",
        russian: "владелец заявленных данных, не опознан по этим пальцам",
        english: "the holder of what was claimed, not recognised by these fingers")
    static let perhaps = Localized(
        kazakh: "осы адам болуы мүмкін, бірақ танылған жоқ", russian: "возможно, это лицо, но оно не опознано",
        english: "may be meant, but was not recognised")
    static let ground = Localized(kazakh: "негізі", russian: "основание", english: "ground")
    static let told = Localized(kazakh: "хабарлау керек", russian: "сообщить", english: "to be told")
    static let noBan = Localized(
        kazakh: "кіруге тыйым салынбаған", russian: "запрета на въезд нет", english: "no entry ban")
    static let removal = Localized(kazakh: "жазба", russian: "запись", english: "fact")
    static let refused = Localized(
        kazakh: "Осы деректермен бұрын таңба беруден бас тартылған",
        russian: "Под этими данными ранее отказались сдать отпечатки",
        english: "Fingers were refused before under")
    static let alerts = Localized(
        kazakh: "Тыйымды енгізген органдарға жіберілген ескертулер",
        russian: "Оповещения, направленные органам, внёсшим запреты",
        english: "Alerts raised to the bodies that recorded bans")
}
