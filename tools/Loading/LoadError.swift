/// Why a load cannot be run as asked, with the option at fault and what is allowed.
package struct LoadError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The option or the part of one, as a person writes it.
    package let field: String
    package let reason: String
    package let limit: String?

    package init(_ field: String, _ reason: String, limit: String? = nil) {
        (self.field, self.reason, self.limit) = (field, reason, limit)
    }

    package var description: String { "\(field): \(reason)" + (limit.map { ", allowed: \($0)" } ?? "") }
}
