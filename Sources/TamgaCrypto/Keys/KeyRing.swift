/// The master keys of a store: one is active and wraps what is new, the others open what they once wrapped.
///
/// As text: one key a line, `tamga-key-v1 <id> <64 hex digits>`, fields parted by spaces or tabs. Empty lines and lines
/// that start with `#` are skipped. The last key is the active one. See ``CryptoLimits`` for how much there may be.
public struct KeyRing: Sendable {
    /// In the order of the lines; never empty.
    let keys: [MasterKey]
    /// The key that wraps what is new: that of the last line.
    public let active: MasterKey

    /// Reads the text of a ring. The bytes stay the caller's to overwrite.
    ///
    /// - Throws: the cases of ``KeyRingError`` that name a line, `textTooLong`, `noKey`.
    public init(parsing text: [UInt8]) throws(KeyRingError) {
        try self.init(parsing: text[...])
    }

    init(parsing text: ArraySlice<UInt8>) throws(KeyRingError) {
        guard text.count <= CryptoLimits.ringBytes else { throw .textTooLong(limit: CryptoLimits.ringBytes) }
        var parser = KeyRingParser()
        for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            try parser.read(line)
        }
        guard let last = parser.keys.last else { throw .noKey }
        keys = parser.keys
        active = last
    }

    /// The identifiers, in the order of the lines.
    public var ids: [String] { keys.map(\.id) }

    /// The key of this name; nil where the ring has none.
    public subscript(id: String) -> MasterKey? { keys.first { $0.id == id } }

    /// The line, without its end, of a new random key. It is a secret, and nothing overwrites it.
    ///
    /// - Throws: `newIDRefused`, `crypto`.
    public static func newLine(id: String) throws(KeyRingError) -> String {
        guard CryptoLimits.keyIDLength.contains(id.utf8.count), id.utf8.allSatisfy(KeyRingParser.isIDByte) else {
            throw .newIDRefused
        }
        do throws(CryptoError) {
            return "\(KeyRingParser.format) \(id) \(try SecretKey.generate().hexDigits)"
        } catch {
            throw .crypto(error)
        }
    }
}

extension KeyRing: CustomStringConvertible {
    public var description: String { "\(keys.count) keys, active \(active.id)" }
}
