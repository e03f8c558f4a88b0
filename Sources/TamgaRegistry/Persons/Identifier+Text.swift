// The one text form of identifiers: on the command line, on the wire and in the store.
extension Identifier {
    /// `iin:123456789012`, `document:UZB:AA1234567`, `names:FAMILY/GIVEN/1990-05-17` (given and birth date may be
    /// empty).
    public var text: String {
        switch self {
        case .iin(let iin): "iin:\(iin.text)"
        case .document(let document): "document:\(document.issuer):\(document.number)"
        case .names(let names):
            "names:\(names.family.text)/\(names.given?.text ?? "")/\(names.birthDate?.description ?? "")"
        }
    }

    /// Reads the text form.
    ///
    /// - Parameter field: the name of the field, for the error.
    /// - Throws: ``FieldError`` naming the field, its part, and what is allowed.
    public init(_ text: String, field: String = "identifier") throws(FieldError) {
        guard text.utf8.count <= RegistryLimits.identifierBytes else {
            throw FieldError(
                field, "it has \(text.utf8.count) bytes", allowed: "at most \(RegistryLimits.identifierBytes)")
        }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else {
            throw FieldError(
                field, "it begins with no known kind",
                allowed: "iin:NUMBER, document:ISSUER:NUMBER, names:FAMILY/GIVEN/BIRTH-DATE")
        }
        switch kind {
        case .iin: self = .iin(try Self.iin(String(parts[1]), field))
        case .document: self = .document(try Self.document(parts[1], field))
        case .names: self = .names(try Self.names(parts[1], field))
        }
    }

    private static func iin(_ text: String, _ field: String) throws(FieldError) -> IIN {
        do { return try IIN(text) } catch {
            throw FieldError(field, error.description, allowed: "12 digits with a check digit that fits")
        }
    }

    private static func document(_ text: Substring, _ field: String) throws(FieldError) -> DocumentNumber {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw FieldError(field, "the document has no issuer", allowed: "document:ISSUER:NUMBER")
        }
        return try DocumentNumber(issuer: String(parts[0]), number: String(parts[1]))
    }

    private static func names(_ text: Substring, _ field: String) throws(FieldError) -> NameSet {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 else {
            throw FieldError(field, "the names are not in three parts", allowed: "names:FAMILY/GIVEN/BIRTH-DATE")
        }
        return try NameSet(
            family: try PlainText(String(parts[0]), field: "\(field).family"),
            given: parts[1].isEmpty ? nil : try PlainText(String(parts[1]), field: "\(field).given"),
            birthDate: parts[2].isEmpty ? nil : try birthDate(String(parts[2]), field))
    }

    private static func birthDate(_ text: String, _ field: String) throws(FieldError) -> CalendarDate {
        do { return try CalendarDate(text) } catch {
            throw FieldError("\(field).birth-date", error.description, allowed: "a date such as 1990-05-17")
        }
    }
}

extension Identifier: Codable {
    /// Reads the text form.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
