/// The name under which a person is registered here: ours, never derived from personal data.
///
/// 1 to 64 bytes of ASCII letters, digits, `-`, `_`, `.` and `:`. Ordered by bytes, so that ties
/// between candidates fall the same way everywhere.
public struct PersonID: Hashable, Sendable {
    public let text: String

    /// - Throws: ``PersonIDError`` naming what is wrong and the limit.
    public init(_ text: String) throws(PersonIDError) {
        guard !text.isEmpty else { throw .empty }
        guard text.utf8.count <= RegistryLimits.personIDBytes else { throw .tooLong(bytes: text.utf8.count) }
        if let index = text.utf8.enumerated().first(where: { !Self.isAllowed($0.element) })?.offset {
            throw .badCharacter(index: index)
        }
        self.text = text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }
}

extension PersonID: Comparable {
    public static func < (one: PersonID, other: PersonID) -> Bool {
        one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }
}

extension PersonID: CustomStringConvertible {
    public var description: String { text }
}

/// Why a text is not a person identifier.
public enum PersonIDError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    case tooLong(bytes: Int)
    case badCharacter(index: Int)

    public var description: String {
        switch self {
        case .empty: "person identifier is empty, allowed: 1 to \(RegistryLimits.personIDBytes) bytes"
        case .tooLong(let bytes):
            "person identifier has \(bytes) bytes, allowed: at most \(RegistryLimits.personIDBytes)"
        case .badCharacter(let index):
            "person identifier: byte \(index) is not allowed; allowed: A-Z a-z 0-9 - _ . :"
        }
    }
}
