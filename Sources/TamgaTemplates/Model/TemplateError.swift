/// Why a record was refused: which field, where, what it held, and what was allowed.
///
/// The description carries no biometric content: one field's value at most.
public struct TemplateError: Error, Hashable, Sendable {
    /// What is wrong, open to growth.
    public enum Code: String, Sendable, CaseIterable {
        case truncated
        case tooLarge = "too-large"
        case unknownFormat = "unknown-format"
        case ambiguousFormat = "ambiguous-format"
        case badLength = "bad-length"
        case outOfRange = "out-of-range"
        case badCode = "bad-code"
        case trailingBytes = "trailing-bytes"
        /// Read, but not something that can be compared: several fingers in one view.
        case notComparable = "not-comparable"
    }

    public var code: Code
    /// The field as the standard names it, for example `view 2: number of minutiae`.
    public var field: String
    /// Bytes from the start of the record.
    public var offset: Int
    /// What the field holds.
    public var value: Int
    /// What was allowed, in words with the figure: `at most 65536`.
    public var limit: String

    /// A refusal of one field: where it stands, what it holds, what was allowed.
    public init(_ code: Code, field: String, offset: Int, value: Int, limit: String) {
        self.code = code
        self.field = field
        self.offset = offset
        self.value = value
        self.limit = limit
    }
}

extension TemplateError: CustomStringConvertible {
    public var description: String {
        "\(code.rawValue): \(field) at byte \(offset) is \(value), allowed: \(limit)"
    }
}
