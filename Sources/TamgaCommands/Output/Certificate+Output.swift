internal import TamgaCertificates
internal import TamgaCrypto
internal import TamgaRegistry
internal import TamgaTemplates

/// The verdict in words.
enum CertificateWords {
    static let genuine = Localized(
        kazakh: "КУӘЛІК ТҮПНҰСҚА", russian: "СВИДЕТЕЛЬСТВО ПОДЛИННОЕ", english: "THE CERTIFICATE IS AUTHENTIC")
    static let refused = Localized(
        kazakh: "КУӘЛІК ТҮПНҰСҚА ЕМЕС", russian: "СВИДЕТЕЛЬСТВО НЕ ЯВЛЯЕТСЯ ПОДЛИННЫМ",
        english: "THE CERTIFICATE IS NOT AUTHENTIC")
}

extension CertificateContent {
    /// The verdict, and what the certificate says, for people.
    func text(_ language: Language, key: VerificationKey) -> String {
        CertificateWords.genuine[language] + "\n" + Table.pairs(lines(in: language) + [keyLine(key, language)])
    }

    private func keyLine(_ key: VerificationKey, _ language: Language) -> (String, String) {
        let label = Localized(kazakh: "Кілт", russian: "Ключ", english: "Key")
        return (label[language], "\(Hex.text(key.identifier)) (\(key.algorithm.rawValue))")
    }

    /// The verdict, and what the certificate says, for programs.
    func json(key: VerificationKey) -> JSON {
        let reasons = notTaken.sorted { $0.key.rawValue < $1.key.rawValue }
        return .object([
            ("authentic", .bool(true)), ("serial", .string("\(serial)")), ("person", .string(person.text)),
            ("agency", .string(agency.rawValue)), ("place", .string(place)), ("ground", .string(ground.rawValue)),
            ("registered_on", .string("\(registeredOn)")), ("issued_on", .string("\(issuedOn)")),
            ("taken", .array(taken.map { .string($0.name) })),
            ("not_taken", .object(reasons.map { ($0.key.name, .string($0.value.rawValue)) })),
            ("key", .string(Hex.text(key.identifier))), ("algorithm", .string(key.algorithm.rawValue)),
        ])
    }
}

extension CertificateError {
    /// The verdict, and why.
    var json: JSON {
        .object([("authentic", .bool(false)), ("reason", .string(code)), ("message", .string("\(self)"))])
    }
}
