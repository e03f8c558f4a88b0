/// Who did something: by the certificate of the station, and whom it says was at it.
public struct Author: Hashable, Sendable, Codable {
    public let agency: Agency
    /// As the station's certificate names it.
    public let station: String
    /// As the station names the officer, who is not authenticated here; nil where it does not.
    public let officer: String?

    /// - Parameter officer: 1 to ``RegistryLimits/nameBytes`` bytes.
    public init(agency: Agency, station: String, officer: String? = nil) {
        (self.agency, self.station, self.officer) = (agency, station, officer)
    }
}

extension Author {
    /// Who changed fingers directly, without saying who.
    public static let direct = Author(agency: .interior, station: "unknown")
}

/// By what one fact speaks of another: it stays with the fact, also in another store, where its place is another one.
public struct FactTag: Hashable, Sendable, Codable {
    /// Random, so that no two facts have the same.
    public let bits: UInt64

    /// A tag of these bits.
    public init(_ bits: UInt64) { self.bits = bits }

    /// Reads sixteen hexadecimal digits.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard text.utf8.count == 16, let bits = UInt64(text, radix: 16) else {
            throw FieldError("tag", "no tag of a fact", allowed: "16 hexadecimal digits")
        }
        self.init(bits)
    }

    /// Writes sixteen hexadecimal digits.
    public func encode(to encoder: any Encoder) throws {
        let digits = String(bits, radix: 16)
        var container = encoder.singleValueContainer()
        try container.encode(String(repeating: "0", count: 16 - digits.count) + digits)
    }
}

/// The place of a fact in the history of the register: ascending, and never given again.
public struct FactID: Hashable, Sendable, Comparable, Codable {
    /// The number of the change that brought it.
    public let number: UInt64
    /// Among the facts of this change, from 0.
    public let ordinal: Int

    /// A place.
    public init(number: UInt64, ordinal: Int) {
        (self.number, self.ordinal) = (number, ordinal)
    }

    public static func < (one: FactID, other: FactID) -> Bool {
        (one.number, one.ordinal) < (other.number, other.ordinal)
    }
}
