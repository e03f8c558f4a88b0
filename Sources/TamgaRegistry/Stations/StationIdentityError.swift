/// Why a certificate's URIs do not say who a station is. It never quotes them.
public enum StationIdentityError: Error, Hashable, Sendable, CustomStringConvertible {
    /// In our namespace, but not of the form.
    case form
    case agency
    /// A role that is none, by its place from 1.
    case role(number: Int)
    /// A role named twice in one URI, by its place from 1.
    case repeatedRole(number: Int)
    case noRole
    /// A name that is empty, too long or has a character that is not allowed.
    case station
    /// Two URIs of one certificate with different agencies.
    case otherAgency
    /// Two URIs of one certificate with different stations.
    case otherStation

    public var description: String {
        switch self {
        case .form: "a URI of urn:tamga: is not of the form \(StationIdentity.uriForm)"
        case .agency: "agency unknown, allowed: \(Self.list(Agency.allCases))"
        case .role(let number): "role \(number) unknown, allowed: \(Self.list(Role.allCases))"
        case .repeatedRole(let number): "role \(number) is named twice"
        case .noRole: "no role, allowed: \(Self.list(Role.allCases))"
        case .station:
            "station: allowed are \(RegistryLimits.stationNameBytes.lowerBound) to "
                + "\(RegistryLimits.stationNameBytes.upperBound) of A-Z a-z 0-9 - _ ."
        case .otherAgency: "two URIs name different agencies"
        case .otherStation: "two URIs name different stations"
        }
    }

    private static func list<Name: RawRepresentable<String>>(_ names: [Name]) -> String {
        names.map(\.rawValue).joined(separator: ", ")
    }
}
