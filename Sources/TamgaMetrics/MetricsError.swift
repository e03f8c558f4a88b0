/// Why a family of metrics could not be registered.
public struct MetricsError: Error, Hashable, Sendable {
    /// What went wrong, for programs.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A name that the format does not allow, or that does not go with the type.
        case invalidName = "invalid-name"
        /// A label whose name the format does not allow or keeps for itself, or that is there twice.
        case invalidLabel = "invalid-label"
        /// Values of a label that are not a set, or are too many together with those of the other labels.
        case invalidValues = "invalid-values"
        /// Buckets that do not ascend, or none.
        case invalidBuckets = "invalid-buckets"
        /// A name that a registered family uses, for itself or for one of its samples.
        case nameTaken = "name-taken"
    }

    public let code: Code
    /// The family, label or bucket that is wrong.
    public let field: String
    /// For people, with what is allowed.
    public let message: String

    /// - Parameter field: the family, label or bucket that is wrong.
    public init(_ code: Code, field: String, _ message: String) {
        (self.code, self.field, self.message) = (code, field, message)
    }
}

extension MetricsError: CustomStringConvertible {
    public var description: String { "\(code.rawValue), \(field): \(message)" }
}
