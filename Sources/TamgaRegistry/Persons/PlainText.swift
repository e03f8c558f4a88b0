/// A short text that people wrote: a name, a place, a ground. Spaces at the ends and runs of them are dropped.
public struct PlainText: Hashable, Sendable {
    public let text: String

    /// - Parameters:
    ///   - field: the name of the field, for the error.
    ///   - bytes: allowed in UTF-8, at least 1.
    /// - Throws: ``FieldError`` where nothing is left, or too much, or a control character is in it.
    public init(_ text: String, field: String, atMost bytes: Int = RegistryLimits.textBytes) throws(FieldError) {
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        let tidy = words.joined(separator: " ")
        guard !tidy.isEmpty else { throw FieldError(field, "it is empty", allowed: "1 to \(bytes) bytes") }
        guard tidy.utf8.count <= bytes else {
            throw FieldError(field, "it has \(tidy.utf8.count) bytes", allowed: "1 to \(bytes) bytes")
        }
        guard !tidy.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw FieldError(field, "it has a control character", allowed: "text without any")
        }
        self.text = tidy
    }

    /// For comparing: without regard to case.
    public var folded: String { text.lowercased() }
}

/// A field of what a station says that cannot be accepted; names the field and what is allowed, never the value.
public struct FieldError: Error, Hashable, Sendable, CustomStringConvertible {
    public let field: String
    public let message: String
    /// In words, with the figure where there is one.
    public let allowed: String

    /// A refusal; `message` must not quote personal data.
    public init(_ field: String, _ message: String, allowed: String) {
        (self.field, self.message, self.allowed) = (field, message, allowed)
    }

    public var description: String { "\(field): \(message), allowed: \(allowed)" }
}
