/// Which bodies register whom, and where.
public struct Competence: Hashable, Sendable {
    /// Several may be of one agency.
    public let rows: [Row]

    /// Whether the agency registers on the ground at the place.
    public func allows(_ agency: Agency, on ground: RegistrationGround, at place: RegistrationPlace) -> Bool {
        rows.contains { $0.agency == agency && $0.grounds.contains(ground) && $0.place == place }
    }

    /// Who registers on the ground at the place, in the order of ``Agency``; may be nobody.
    public func agencies(on ground: RegistrationGround, at place: RegistrationPlace) -> [Agency] {
        Agency.allCases.filter { allows($0, on: ground, at: place) }
    }

    /// The rows by the raw value of their agency, as stations and records name it.
    public var byAgency: [String: [Row]] { Dictionary(grouping: rows) { $0.agency.rawValue } }

    /// One body and what it registers on.
    public struct Row: Hashable, Sendable {
        /// Unique within a table.
        public let id: String
        public let agency: Agency
        public let grounds: Set<RegistrationGround>
        public let place: RegistrationPlace
        /// At least one.
        public let citations: [Citation]
        /// Who it is, as the person is told.
        public let text: Localized
    }
}

/// On which side of the border fingers are taken.
public enum RegistrationPlace: String, Hashable, Sendable, CaseIterable, Codable {
    case inCountry = "in-country"
    case abroad
}

extension Competence {
    /// Kazakhstan, by article 11, paragraph 1 of Law No. 40-VI. An amendment is a change of a row here and in
    /// `docs/LAW.md`.
    ///
    /// That article names the Ministry of Foreign Affairs for visas without naming a place, the source bulletin its
    /// missions abroad: the table follows the bulletin, so a consular office at an airport in the country would be a
    /// row of its own.
    public static let kazakhstan = Competence(rows: [
        Row(
            id: "migration-service", agency: .interior,
            grounds: [.residence, .identityDocument, .asylum, .removal, .visa, .voluntary], place: .inCountry,
            citations: [Citation(.announcement, standing: .bulletin), article(nil)],
            text: Localized(
                kazakh: "болатын жеріндегі көші-қон қызметінің бөлінісі (ішкі істер органдары)",
                russian: "подразделение миграционной службы по месту пребывания (органы внутренних дел)",
                english: "migration service of the place of stay (bodies of internal affairs)")),
        Row(
            id: "missions-abroad", agency: .foreignAffairs, grounds: [.visa, .voluntary], place: .abroad,
            citations: [Citation(.announcement, standing: .bulletin), article(nil)],
            text: Localized(
                kazakh: "Қазақстан Республикасының шетелдегі мекемесі (Сыртқы істер министрлігі)",
                russian: "загранучреждение Республики Казахстан (Министерство иностранных дел)",
                english: "mission of Kazakhstan abroad (Ministry of Foreign Affairs)")),
        Row(
            id: "national-security", agency: .nationalSecurity, grounds: [.removal], place: .inCountry,
            citations: [Citation(.announcement, standing: .bulletin), article(4)],
            text: Localized(
                kazakh: "ұлттық қауіпсіздік органдары", russian: "органы национальной безопасности",
                english: "bodies of national security")),
        Row(
            id: "transport", agency: .transport, grounds: [.seafarerDocument], place: .inCountry,
            citations: [article(2)],
            text: Localized(
                kazakh: "көлік саласындағы уәкілетті мемлекеттік орган",
                russian: "уполномоченный государственный орган в области транспорта",
                english: "authorised state body for transport")),
    ])

    private static func article(_ subparagraph: Int?) -> Citation {
        Citation(
            .registrationLaw, Provision(article: "11", paragraph: 1, subparagraph: subparagraph),
            standing: .publicSource)
    }
}
