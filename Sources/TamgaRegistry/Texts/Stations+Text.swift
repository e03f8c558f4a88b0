extension Role {
    /// What the station is there for, as a noun.
    public var text: Localized {
        switch self {
        case .enrolment: Localized(kazakh: "тіркеу", russian: "регистрация", english: "enrolment")
        case .border:
            Localized(kazakh: "шекаралық бақылау", russian: "пограничный контроль", english: "border control")
        case .supervisor: Localized(kazakh: "бақылаушы", russian: "контролёр", english: "supervisor")
        case .auditor: Localized(kazakh: "аудитор", russian: "аудитор", english: "auditor")
        case .loadTest: Localized(kazakh: "жүктемелік сынақ", russian: "нагрузочное испытание", english: "load test")
        case .administrator: Localized(kazakh: "әкімші", russian: "администратор", english: "administrator")
        }
    }
}

extension Right {
    /// What is allowed, as a noun.
    public var text: Localized {
        switch self {
        case .enrol: Localized(kazakh: "адамдарды тіркеу", russian: "регистрация лиц", english: "registering persons")
        case .update:
            Localized(kazakh: "таңбаларды ауыстыру", russian: "замена отпечатков", english: "replacing fingers")
        case .lookUp:
            Localized(kazakh: "тізілім бойынша іздеу", russian: "поиск по реестру", english: "searching the register")
        case .verify:
            Localized(
                kazakh: "бір адаммен салыстыру", russian: "сравнение с одним лицом",
                english: "comparing with one person")
        case .read: Localized(kazakh: "жазбаларды қарау", russian: "просмотр записей", english: "viewing records")
        case .link, .unlink, .merge, .delete: ofRecords
        case .recordRemoval:
            Localized(
                kazakh: "бас тартуды, шығарып жіберуді және реадмиссияны есепке алу",
                russian: "учёт отказов, выдворений и реадмиссий",
                english: "recording refusals, expulsions and readmissions")
        case .issueCertificate:
            Localized(kazakh: "куәлік беру", russian: "выдача свидетельств", english: "issuing certificates")
        case .readAlerts, .readDue, .readAudit, .statistics: ofReading
        }
    }

    private var ofRecords: Localized {
        switch self {
        case .link:
            Localized(
                kazakh: "сәйкестендіргішті енгізу", russian: "внесение идентификатора",
                english: "linking an identifier")
        case .unlink:
            Localized(
                kazakh: "сәйкестендіргішті алып тастау", russian: "исключение идентификатора",
                english: "taking an identifier away")
        case .merge:
            Localized(kazakh: "жазбаларды біріктіру", russian: "объединение записей", english: "merging records")
        default: Localized(kazakh: "жазбаны жою", russian: "удаление записи", english: "deleting a record")
        }
    }

    private var ofReading: Localized {
        switch self {
        case .readAlerts:
            Localized(kazakh: "ескертулерді қарау", russian: "просмотр оповещений", english: "reading alerts")
        case .readDue:
            Localized(
                kazakh: "қайта алынатын таңбаларды қарау", russian: "просмотр повторных снятий отпечатков",
                english: "reading re-captures that are due")
        case .readAudit:
            Localized(
                kazakh: "аудит журналын қарау", russian: "просмотр журнала аудита", english: "reading the audit trail")
        default:
            Localized(
                kazakh: "сервер көрсеткіштері", russian: "показатели сервера", english: "the server's figures")
        }
    }
}
