/// Why a certificate was not issued, or is not accepted. Holds nothing personal.
public enum CertificateError: Error, Hashable, Sendable {
    /// A value of the content breaks a rule.
    case fieldRefused(field: String, reason: String, limit: String)
    /// The file, or the text of the QR code, is not in the form of a certificate: something was changed or added, or it
    /// never was one.
    case notACertificate(reason: String)
    /// It names another key than the one it is held against; both by identifier, in hexadecimal digits.
    case otherKey(named: String, given: String)
    /// The signature is not the key's over these bytes: something was changed, or it is forged.
    case notAuthentic
    /// It is authentic, but of a version that this program does not know.
    case newer(version: Int)
    /// A font cannot be used.
    case fontRefused(font: String, FontError)
    /// A text has a character that the font does not.
    case characterMissing(Unicode.Scalar)
    /// The content needs more room than the page has.
    case doesNotFit
    /// The system's cryptography refused.
    case cryptoFailed(description: String)

    /// A stable name of the case, for programs.
    public var code: String {
        switch self {
        case .fieldRefused: "field-refused"
        case .notACertificate: "not-a-certificate"
        case .otherKey: "other-key"
        case .notAuthentic: "not-authentic"
        case .newer: "newer"
        case .fontRefused: "font-refused"
        case .characterMissing: "character-missing"
        case .doesNotFit: "does-not-fit"
        case .cryptoFailed: "crypto-failed"
        }
    }
}

extension CertificateError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .fieldRefused(let field, let reason, let limit): "\(field): \(reason), allowed: \(limit)"
        case .notACertificate(let reason): "not in the form of a certificate: \(reason)"
        case .otherKey(let named, let given): "signed with key \(named), not with the given key \(given)"
        case .notAuthentic: "the signature does not fit: it was changed after it was issued, or is forged"
        case .newer(let version): "made in version \(version) of the form, which this program does not know"
        case .fontRefused(let font, let error): "the \(font) font cannot be used: \(error)"
        case .characterMissing(let scalar): "the font has no glyph for U+\(String(scalar.value, radix: 16))"
        case .doesNotFit: "the content needs more room than one page has"
        case .cryptoFailed(let description): description
        }
    }
}
