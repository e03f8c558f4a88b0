import TamgaRegistry
import TamgaTemplates

/// The texts of a certificate.
enum CertificateTexts {
    static let state = Localized(
        kazakh: "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ", russian: "РЕСПУБЛИКА КАЗАХСТАН", english: "REPUBLIC OF KAZAKHSTAN")
    static let title = Localized(
        kazakh: "Дактилоскопиялық тіркеу туралы куәлік", russian: "Свидетельство о дактилоскопической регистрации",
        english: "Certificate of fingerprint registration")
    static let statement = Localized(
        kazakh: "Тіркеу нөмірі төменде көрсетілген адамның дактилоскопиялық тіркеуден өткенін растайды.",
        russian: "Подтверждает, что лицо, регистрационный номер которого указан ниже, прошло "
            + "дактилоскопическую регистрацию.",
        english: "This is to certify that the person with the registration number stated below has undergone "
            + "fingerprint registration.")

    static let serial = Localized(
        kazakh: "Куәлік нөмірі", russian: "Номер свидетельства", english: "Certificate number")
    static let person = Localized(
        kazakh: "Тіркеу нөмірі", russian: "Регистрационный номер", english: "Registration number")
    static let place = Localized(
        kazakh: "Тіркеу жүргізілген орын", russian: "Место проведения регистрации", english: "Place of registration")
    static let agency = Localized(
        kazakh: "Тіркеуді жүргізген орган", russian: "Орган, проводивший регистрацию", english: "Registering body")
    static let ground = Localized(
        kazakh: "Тіркеу негізі", russian: "Основание регистрации", english: "Ground for registration")
    static let registeredOn = Localized(
        kazakh: "Тіркеу күні", russian: "Дата регистрации", english: "Date of registration")
    static let issuedOn = Localized(
        kazakh: "Куәліктің берілген күні", russian: "Дата выдачи свидетельства", english: "Date of issue")
    static let taken = Localized(
        kazakh: "Таңбалары алынды", russian: "Отпечатки получены", english: "Prints taken")
    static let notTaken = Localized(
        kazakh: "Таңбалары алынбады", russian: "Отпечатки не получены", english: "Prints not taken")
    static let nothing = Localized(kazakh: "жоқ", russian: "нет", english: "none")

    static let check = Localized(
        kazakh: "Түпнұсқалығын тексеру", russian: "Проверка подлинности", english: "Checking authenticity")
    static let howToCheck = Localized(
        kazakh: "Куәліктің түпнұсқалығы криптографиялық қолтаңбамен расталған. QR-код пен электрондық файл берген "
            + "органның ашық кілтімен, желіге қосылмай тексеріледі. Куәлікте биометриялық деректер жоқ.",
        russian: "Подлинность свидетельства удостоверена криптографической подписью. QR-код и электронный файл "
            + "проверяются открытым ключом выдавшего органа без подключения к сети. Биометрических данных "
            + "свидетельство не содержит.",
        english: "Authenticity is attested by a cryptographic signature. The QR code and the electronic file can be "
            + "checked offline with the public key of the issuing body. The certificate holds no biometric data.")
    static let key = Localized(kazakh: "кілт", russian: "ключ", english: "key")

    /// All three, in one line.
    static func inOneLine(_ text: Localized) -> String {
        "\(text.kazakh)  ·  \(text.russian)  ·  \(text.english)"
    }

    /// A number of ten digits or more.
    static func number(_ serial: UInt64) -> String {
        let digits = "\(serial)"
        return "№ " + String(repeating: "0", count: max(0, 10 - digits.count)) + digits
    }
}
