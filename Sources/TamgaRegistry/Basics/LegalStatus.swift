/// What a person is to Kazakhstan.
public enum LegalStatus: String, Hashable, Sendable, CaseIterable, Codable {
    case citizen
    case foreigner
    /// A stateless person.
    case stateless
}

/// On what ground fingers are taken: the six of the law for foreigners and stateless persons, and the will of a
/// citizen.
public enum RegistrationGround: String, Hashable, Sendable, CaseIterable, Codable {
    /// Issue of a seafarer's identity document.
    case seafarerDocument = "seafarer-document"
    /// Permit for temporary or permanent residence.
    case residence
    /// A foreigner's residence permit; a stateless person's certificate.
    case identityDocument = "identity-document"
    /// Status of asylum seeker; refugee certificate, travel document.
    case asylum
    /// Expulsion from the country, or readmission under ratified treaties.
    case removal
    /// Visas of Kazakhstan.
    case visa
    /// Of the person's own will: citizens.
    case voluntary
}
