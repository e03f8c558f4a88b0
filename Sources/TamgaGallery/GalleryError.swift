/// Why the gallery refused a change or a search; carries no personal or biometric data.
public struct GalleryError: Error, Hashable, Sendable {
    /// What is wrong, open to growth.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case personExists = "person-exists"
        case personUnknown = "person-unknown"
        case outOfRange = "out-of-range"
        case outOfMemory = "out-of-memory"
        /// The caller's stop signal was raised; there is no answer.
        case stopped
    }

    public let code: Code
    /// What is to blame, for example `candidates`.
    public let field: String
    /// What was allowed, in words with the figure; empty where it is plain.
    public let limit: String

    /// An error of this code; `limit` is empty where it is plain.
    public init(_ code: Code, field: String, limit: String = "") {
        self.code = code
        self.field = field
        self.limit = limit
    }

    static func check(_ value: Int, _ field: String, within range: ClosedRange<Int>) throws(GalleryError) {
        guard range.contains(value) else {
            throw GalleryError(.outOfRange, field: field, limit: "\(range.lowerBound) to \(range.upperBound)")
        }
    }
}

extension GalleryError: CustomStringConvertible {
    public var description: String {
        limit.isEmpty ? "\(code.rawValue): \(field)" : "\(code.rawValue): \(field), allowed: \(limit)"
    }
}
