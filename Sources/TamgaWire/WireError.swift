/// Why bytes were refused as a frame or a message, or a message could not become bytes.
///
/// It names the field and what was allowed; it never quotes content, so that no description carries
/// biometric or personal data.
public struct WireError: Error, Hashable, Sendable {
    public var code: WireErrorCode
    /// The field as the specification names it, with its place: `finger[2].record`.
    public var field: String?
    /// What was allowed, with the figure: `1...64 bytes`.
    public var limit: String?
    /// What was found, in words.
    public var message: String

    /// A refusal with its code, the field at fault, what was allowed, and words for a person.
    public init(_ code: WireErrorCode, field: String? = nil, limit: String? = nil, message: String) {
        self.code = code
        self.field = field
        self.limit = limit
        self.message = message
    }

    /// The same error, with the field's name put behind that of the group it lies in.
    func within(_ group: String) -> WireError {
        var outer = self
        outer.field = field.map { "\(group).\($0)" } ?? group
        return outer
    }
}

extension WireError: CustomStringConvertible {
    public var description: String {
        let place = field.map { "\($0): " } ?? ""
        let allowed = limit.map { ", allowed: \($0)" } ?? ""
        return "\(code.name): \(place)\(message)\(allowed)"
    }
}
