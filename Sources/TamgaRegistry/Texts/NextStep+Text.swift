extension NextStep {
    /// What the officer should do, as an imperative sentence. Where a finger or a number is spoken of, the answer names
    /// it beside this.
    public var text: Localized {
        switch self {
        case .register:
            Localized(
                kazakh: "Адамды тіркеңіз.", russian: "Зарегистрируйте лицо.", english: "Register the person.")
        case .doNotRegister:
            Localized(
                kazakh: "Адамды тіркемеңіз.", russian: "Не регистрируйте лицо.", english: "Do not register the person.")
        case .linkIdentifier: Self.linking
        case .reportSecondIdentity, .reportForeignIdentity: reporting
        case .recaptureInOrder, .captureFinger, .recaptureQuality, .noteRecapture: capturing
        case .adjudicate:
            Localized(
                kazakh: "Таңбаларды салыстырып, шешім қабылдау үшін екі қызметкерге беріңіз.",
                russian: "Передайте отпечатки двум сотрудникам для сравнения и решения.",
                english: "Have two officers compare the prints and decide.")
        case .entryBan:
            Localized(
                kazakh: "Кіруге тыйым қолданыста: оның кімге қатысты екені анықталғанша адамды ұстап тұрып, "
                    + "тыйымды енгізген органға хабарлаңыз.",
                russian: "Действует запрет на въезд: задержите лицо, пока не выяснится, к кому он относится, "
                    + "и сообщите органу, внёсшему запрет.",
                english: "An entry ban is in force: hold the person until it is settled whose ban it is, "
                    + "and tell the body that recorded it.")
        }
    }

    private static let linking = Localized(
        kazakh: "Мәлімделген деректерді құжат бойынша тексеріп, осы тіркеу нөміріне енгізіңіз.",
        russian: "Проверьте заявленные данные по документу и внесите их под этим регистрационным номером.",
        english: "Check what was claimed against the document, then link it to this registration number.")

    private var reporting: Localized {
        self == .reportSecondIdentity
            ? Localized(
                kazakh: "Адамнан басқа деректері туралы түсініктеме алып, "
                    + "екінші жеке деректердің анықталғанын баяндаңыз.",
                russian: "Получите от лица объяснение о других данных и доложите о выявлении второй личности.",
                english: "Ask about the other identity, and report a second identity.")
            : Localized(
                kazakh: "Басқа адамға тиесілі құжатты алып қойып, бұл туралы баяндаңыз.",
                russian: "Изымите документ, принадлежащий другому лицу, и доложите об этом.",
                english: "Keep the document, which belongs to another person, and report that.")
    }

    private var capturing: Localized {
        switch self {
        case .recaptureInOrder:
            Localized(
                kazakh: "Таңбаларды дұрыс ретпен қайта алыңыз: қолдар немесе саусақтар ауыстырылған.",
                russian: "Снимите отпечатки заново в правильном порядке: руки или пальцы были перепутаны.",
                english: "Take the fingers again in their right order: hands or fingers were exchanged.")
        case .captureFinger:
            Localized(
                kazakh: "Көрсетілген саусақтың таңбасын алып, сұрау салуды онымен бірге қайта жіберіңіз.",
                russian: "Снимите отпечаток указанного пальца и повторите запрос вместе с ним.",
                english: "Take the finger named, and send the request again with it.")
        case .recaptureQuality:
            Localized(
                kazakh: "Көрсетілген саусақтың таңбасын қайта алыңыз: оның сапасы жеткіліксіз.",
                russian: "Снимите отпечаток указанного пальца ещё раз: его качество недостаточно.",
                english: "Take the finger named again: its print is too poor.")
        default:
            Localized(
                kazakh: "Алынбаған саусақтар үшін адамды қайта келуге шақырыңыз.",
                russian: "Пригласите лицо явиться повторно для снятия недостающих отпечатков.",
                english: "Ask the person to come again for the fingers that could not be taken.")
        }
    }
}
