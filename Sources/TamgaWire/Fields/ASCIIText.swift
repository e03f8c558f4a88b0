package import NIOCore

/// A text of few characters, all ASCII: compared byte by byte, and safe to show and to log.
package protocol ASCIIText: FieldValue {
    /// The characters that are allowed, in words.
    static var characters: String { get }

    static func isAllowed(_ byte: UInt8) -> Bool

    var text: String { get }

    init(_ text: String)
}

extension ASCIIText {
    package init(field bytes: ByteBuffer, _ rule: FieldRule) throws(WireError) {
        let text = try String(field: bytes, rule)
        try Self.check(text, rule)
        self.init(text)
    }

    package func write(to writer: inout FieldWriter, _ rule: FieldRule) throws(WireError) {
        try text.write(to: &writer, rule)
        try Self.check(text, rule)
    }

    private static func check(_ text: String, _ rule: FieldRule) throws(WireError) {
        guard text.utf8.allSatisfy(isAllowed) else {
            throw rule.malformed("it has another character", limit: characters)
        }
    }
}

extension UInt8 {
    fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isCapitalLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

/// A word of a vocabulary that is open to growth, such as a verdict or an agency: 1 to 64 of a-z, 0-9 and `-`.
///
/// What a word means, and whether there is such a word, is for the layers above to say.
public struct WireToken: Sendable, Hashable {
    public var text: String

    /// A token of this text; its limits are checked when the message is encoded.
    public init(_ text: String) { self.text = text }
}

extension WireToken: ASCIIText {
    package static let typeName = "token"
    package static let characters = "a-z 0-9 -"

    package static func isAllowed(_ byte: UInt8) -> Bool {
        byte.isSmallLetter || byte.isDigit || byte == UInt8(ascii: "-")
    }
}

extension WireToken: ExpressibleByStringLiteral, CustomStringConvertible {
    /// The token of a literal; its limits are checked when the message is encoded.
    public init(stringLiteral text: String) { self.init(text) }

    public var description: String { text }
}

/// A station's own name for one of its requests: 8 to 64 of A-Z, a-z, 0-9, `-`, `_` and `.`.
public struct WireKey: Sendable, Hashable {
    public var text: String

    /// A key of this text; its limits are checked when the message is encoded.
    public init(_ text: String) { self.text = text }
}

extension WireKey: ASCIIText {
    package static let typeName = "key"
    package static let characters = "A-Z a-z 0-9 - _ ."

    package static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: byte.isSmallLetter || byte.isCapitalLetter || byte.isDigit
        }
    }
}
