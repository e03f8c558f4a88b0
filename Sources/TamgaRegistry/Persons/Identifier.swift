/// Something by which a person claims to be somebody: a number of the state, a document, a name.
///
/// It is personal data: descriptions hide it.
public enum Identifier: Hashable, Sendable {
    case iin(IIN)
    case document(DocumentNumber)
    case names(NameSet)

    /// What kind it is, open in descriptions and errors.
    public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
        case iin
        /// A passport or another document of identity.
        case document
        /// A set of names with a birth date.
        case names
    }

    /// What kind it is.
    public var kind: Kind {
        switch self {
        case .iin: .iin
        case .document: .document
        case .names: .names
        }
    }

    /// Whether two persons cannot both have it: names they can.
    public var isUnique: Bool { kind != .names }
}

/// The number of a passport or another document of identity, and who issued it.
public struct DocumentNumber: Hashable, Sendable {
    /// Three capital letters: ICAO Doc 9303-3, section 5, which has ISO 3166-1 alpha-3.
    public let issuer: String
    /// 1 to ``RegistryLimits/documentCharacters`` of A-Z and 0-9: as in a machine readable zone, spaces and hyphens
    /// dropped, small letters made capital.
    public let number: String

    /// - Throws: ``FieldError`` naming the part.
    public init(issuer: String, number: String) throws(FieldError) {
        // Other scripts have letters that become these when they are made capital.
        guard (issuer + number).utf8.allSatisfy({ $0 < 0x80 }) else {
            throw FieldError("document", "it has a letter other than A to Z", allowed: "A-Z 0-9")
        }
        let issuer = issuer.uppercased()
        guard issuer.utf8.count == 3, issuer.utf8.allSatisfy(Self.isLetter) else {
            throw FieldError("document.issuer", "it is not a code of three letters", allowed: "A-Z, 3 letters")
        }
        let number = number.uppercased().filter { $0 != " " && $0 != "-" }
        let limit = RegistryLimits.documentCharacters
        guard (1...limit).contains(number.utf8.count), number.utf8.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) })
        else {
            throw FieldError(
                "document.number", "it is empty, too long or has other characters", allowed: "A-Z 0-9, 1 to \(limit)")
        }
        (self.issuer, self.number) = (issuer, number)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

/// A name as a document spells it, with the birth date: two sets are equal whatever their case.
public struct NameSet: Sendable {
    public let family: PlainText
    /// Given names and patronymic; nil for who has one name only.
    public let given: PlainText?
    public let birthDate: CalendarDate?

    /// - Throws: ``FieldError`` for a part with a slash, which the text form has between the parts.
    public init(family: PlainText, given: PlainText?, birthDate: CalendarDate?) throws(FieldError) {
        for (part, field) in [(family, "names.family"), (given, "names.given")] 
        where part?.text.contains("/") ?? false {
            throw FieldError(field, "it has a slash", allowed: "text without any")
        }
        (self.family, self.given, self.birthDate) = (family, given, birthDate)
    }
}

extension NameSet: Hashable {
    public static func == (one: NameSet, other: NameSet) -> Bool {
        one.family.folded == other.family.folded && one.given?.folded == other.given?.folded
            && one.birthDate == other.birthDate
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(family.folded)
        hasher.combine(given?.folded)
        hasher.combine(birthDate)
    }
}

extension Identifier: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(kind.rawValue) (hidden)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension DocumentNumber: CustomStringConvertible, CustomReflectable {
    public var description: String { "document (hidden)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension NameSet: CustomStringConvertible, CustomReflectable {
    public var description: String { "names (hidden)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
