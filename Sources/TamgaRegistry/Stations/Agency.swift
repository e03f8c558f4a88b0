/// The state bodies that register fingerprints.
public enum Agency: String, Hashable, Sendable, CaseIterable, Codable {
    case interior
    case foreignAffairs = "foreign-affairs"
    case nationalSecurity = "national-security"
    case transport
}
