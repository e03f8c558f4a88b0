extension RegistrationOutcome {
    /// What was done, as a heading.
    public var text: Localized {
        switch self {
        case .assessed:
            Localized(
                kazakh: "Тексеру жүргізілді, тіркеу жасалған жоқ", russian: "Проверка выполнена, без регистрации",
                english: "Assessed, nobody was registered")
        case .registered: Localized(kazakh: "Тіркелді", russian: "Зарегистрировано", english: "Registered")
        case .notRegistered:
            Localized(kazakh: "Тіркелмеді", russian: "Не зарегистрировано", english: "Not registered")
        case .deferred:
            Localized(
                kazakh: "Кейінге қалдырылды: бірде-бір саусақ таңбасы алынбады",
                russian: "Отложено: не удалось снять отпечаток ни одного пальца",
                english: "Deferred: no finger could be taken")
        }
    }
}

extension Verdict {
    /// What the fingers say, in a sentence.
    public var text: Localized {
        switch self {
        case .newPerson:
            Localized(
                kazakh: "Саусақ таңбалары да, мәлімделген деректер де тізілімде жоқ: адам бұрын тіркелмеген.",
                russian: "Ни отпечатков пальцев, ни заявленных данных в реестре нет: лицо ранее не зарегистрировано.",
                english: "Neither the fingers nor what was claimed are in the register: the person is new.")
        case .samePersonSameIdentity:
            Localized(
                kazakh: "Адам осы деректермен бұрын тіркелген.",
                russian: "Лицо уже зарегистрировано под этими данными.",
                english: "The person is registered already, under this identity.")
        case .samePersonOtherIdentity:
            Localized(
                kazakh: "Адам БАСҚА деректермен бұрын тіркелген.",
                russian: "Лицо уже зарегистрировано под ДРУГИМИ данными.",
                english: "The person is registered already, under ANOTHER identity.")
        case .otherPersonUnderIdentity:
            Localized(
                kazakh: "Мәлімделген деректер БАСҚА тіркелген адамға тиесілі: саусақ таңбалары ол адамдікі емес.",
                russian: "Заявленные данные принадлежат ДРУГОМУ зарегистрированному лицу: отпечатки пальцев не его.",
                english: "What was claimed belongs to ANOTHER registered person: the fingers are not that person's.")
        case .knownPerson:
            Localized(
                kazakh: "Адам бұрын тіркелген; салыстыратын жеке деректер жоқ.",
                russian: "Лицо уже зарегистрировано; сопоставить личные данные не с чем.",
                english: "The person is registered already; there is no identity to compare with.")
        case .inconclusive:
            Localized(
                kazakh: "Қорытынды жасауға саусақ таңбалары жеткіліксіз.",
                russian: "Отпечатков пальцев недостаточно для вывода.",
                english: "The fingers do not suffice to say.")
        }
    }
}

extension Doubt {
    /// Why there is a doubt, in a sentence.
    public var text: Localized {
        switch self {
        case .coverage:
            Localized(
                kazakh: "Тіркелген адамдардың бір бөлігімен салыстыру мүмкін болмады: "
                    + "олардың жазбаларында ұсынылған саусақтардың ешқайсысы жоқ.",
                russian: "Часть зарегистрированных лиц сравнить не удалось: "
                    + "в их записях нет ни одного из представленных пальцев.",
                english: "Some registered persons could not be compared: they have none of the fingers given.")
        case .fewFingers:
            Localized(
                kazakh: "Адамның тіркелмегенін айту үшін жарамды таңбалар тым аз.",
                russian: "Пригодных отпечатков слишком мало, чтобы утверждать, что лицо не зарегистрировано.",
                english: "Too few of the fingers are good enough to say that somebody is not registered.")
        case .score:
            Localized(
                kazakh: "Тіркелген адаммен ұқсастық бөгде адамдардағыдан жоғары, бірақ тануға жеткіліксіз.",
                russian: "Сходство с зарегистрированным лицом больше, чем бывает у посторонних, "
                    + "но меньше, чем нужно для опознания.",
                english: "Somebody registered is more alike than a stranger should be, "
                    + "and less than the same person has to be.")
        case .severalPersons:
            Localized(
                kazakh: "Таңбалар бірнеше тіркелген адамның таңбаларымен сәйкес келеді: "
                    + "жазбалардың бірі қайталама тіркеу болуы мүмкін.",
                russian: "Отпечатки совпадают с отпечатками нескольких зарегистрированных лиц: "
                    + "одна из записей может быть повторной регистрацией.",
                english: "Several registered persons have these fingers: one of them may be a second registration.")
        }
    }
}
