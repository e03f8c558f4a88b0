/// Why a file is not a font that can be embedded.
public enum FontError: Error, Hashable, Sendable {
    /// The file is longer than ``CertificateLimits/fontBytes``.
    case tooLong(bytes: Int)
    /// Not a TrueType font with outlines in a table `glyf` (OpenType, sfnt version 1.0).
    case notTrueType
    /// A table that must be there is not.
    case tableMissing(String)
    /// A table ends before what it should hold, or is not within the file.
    case truncated(table: String)
    /// A value of a table cannot be.
    case valueRefused(table: String, field: String)
    /// No table of character codes is of Unicode, format 4 or 12.
    case noUnicode
}

extension FontError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLong(let bytes): "\(bytes) bytes, allowed: \(CertificateLimits.fontBytes)"
        case .notTrueType: "not a TrueType font"
        case .tableMissing(let table): "table \(table) is missing"
        case .truncated(let table): "table \(table) is cut off"
        case .valueRefused(let table, let field): "table \(table): \(field) cannot be"
        case .noUnicode: "it has no Unicode character codes of format 4 or 12"
        }
    }
}
