/// Who a station is: the agency it belongs to, what it is there for, and its name, all from its TLS certificate.
///
/// The certificate's subject alternative names carry them as URIs of the form
/// `urn:tamga:station:AGENCY:ROLE[+ROLE...]:STATION`, such as
/// `urn:tamga:station:interior:enrolment+supervisor:ALA-07`.
public struct StationIdentity: Hashable, Sendable {
    public let agency: Agency
    /// At least one.
    public let roles: Set<Role>
    /// 1 to 64 bytes of ASCII letters, digits, `-`, `_` and `.`.
    public let station: String

    /// An identity from its parts.
    ///
    /// - Throws: `.noRole`, `.station`.
    public init(agency: Agency, roles: Set<Role>, station: String) throws(StationIdentityError) {
        guard !roles.isEmpty else { throw .noRole }
        guard RegistryLimits.stationNameBytes.contains(station.utf8.count),
            station.utf8.allSatisfy(Self.isAllowed)
        else { throw .station }
        (self.agency, self.roles, self.station) = (agency, roles, station)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}

// MARK: Rights
extension StationIdentity {
    /// What the station may do, in the order of ``Right``: the rights of all its roles.
    public var rights: [Right] { Right.allCases.filter(has) }

    /// Whether the station has a right.
    public func has(_ right: Right) -> Bool {
        roles.contains { RightsTable.rights(of: $0).contains(right) }
    }
}

extension StationIdentity: CustomStringConvertible {
    /// Agency and roles, then the name: `interior, enrolment+supervisor, ALA-07`.
    public var description: String { "\(agency.rawValue), \(roleText), \(station)" }

    /// The names of the roles, in the order of ``Role``.
    public var roleNames: [String] { Role.allCases.filter(roles.contains).map(\.rawValue) }

    /// The roles as a URI has them: `enrolment+supervisor`.
    public var roleText: String { roleNames.joined(separator: "+") }
}
