public import TamgaTemplates

/// Why a file was not read, or not written: what is printed for people, and the members of `error` in JSON.
public struct FileFault: Error, Hashable, Sendable {
    /// A code of ``TemplateError``, or `unreadable`, `unwritable`, `exists`.
    public var code: String
    public var field: String?
    /// Bytes from the start of the record.
    public var offset: Int?
    public var value: Int?
    /// What was allowed, or the reason in words.
    public var limit: String
    /// The formats the bytes read as, where that is what is wrong.
    public var candidates: [TemplateFormat] = []

    /// What the codecs say.
    public init(_ error: TemplateError, candidates: [TemplateFormat] = []) {
        (code, field, offset) = (error.code.rawValue, error.field, error.offset)
        (value, limit, self.candidates) = (error.value, error.limit, candidates)
    }

    /// A fault of the file and not of the record in it.
    public init(code: String, reason: String) { (self.code, limit) = (code, reason) }
}

extension FileFault: CustomStringConvertible {
    public var description: String {
        if !candidates.isEmpty {
            return "\(code): reads as \(candidates.map(\.token).joined(separator: " and as ")); say which: --format"
        }
        guard let field, let offset, let value else { return "\(code): \(limit)" }
        return "\(code): \(field) at byte \(offset) is \(value), allowed: \(limit)"
    }
}

extension FileFault {
    var json: JSONValue {
        var members: [String: JSONValue] = ["code": .text(code), "limit": .text(limit)]
        members["field"] = field.map(JSONValue.text)
        members["offset"] = offset.map(JSONValue.number)
        members["value"] = value.map(JSONValue.number)
        if !candidates.isEmpty { members["candidates"] = .array(candidates.map { .text($0.token) }) }
        return .object(members)
    }
}
