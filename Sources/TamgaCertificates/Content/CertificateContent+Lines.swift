public import TamgaRegistry

extension CertificateContent {
    /// What the certificate says, in one language: names and values, in the order of the page.
    public func lines(in language: Language) -> [(name: String, value: String)] {
        let texts: [(Localized, String)] = [
            (CertificateTexts.serial, CertificateTexts.number(serial)), (CertificateTexts.person, person.text),
            (CertificateTexts.place, place), (CertificateTexts.agency, CertificateTexts.text(agency)[language]),
            (CertificateTexts.ground, CertificateTexts.text(ground)[language]),
            (CertificateTexts.registeredOn, CertificateTexts.date(registeredOn)[language]),
            (CertificateTexts.issuedOn, CertificateTexts.date(issuedOn)[language]),
            (CertificateTexts.taken, Self.inOneLine(RowLine.taken(self), language)),
            (CertificateTexts.notTaken, Self.inOneLine(RowLine.notTaken(self), language)),
        ]
        return texts.map { ($0[language], $1) }
    }

    /// Each hand's name, a colon, its fingers.
    private static func inOneLine(_ lines: [RowLine], _ language: Language) -> String {
        lines.enumerated().map { index, line in
            let text = line.text[language]
            return line.isHeading ? "\(text): " : index + 1 < lines.count ? "\(text); " : text
        }
        .joined()
    }
}
