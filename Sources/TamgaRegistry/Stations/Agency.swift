/// The state bodies whose stations take part in fingerprint registration.
public enum Agency: String, Hashable, Sendable, CaseIterable, Codable {
    case interior
    case foreignAffairs = "foreign-affairs"
    case nationalSecurity = "national-security"
    case transport
}
