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
