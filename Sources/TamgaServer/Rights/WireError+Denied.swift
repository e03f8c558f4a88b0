import TamgaRegistry
import TamgaWire

extension WireError {
    /// A right is missing.
    static func denied(_ right: Right, to standing: Standing) -> WireError {
        WireError(.denied, field: "kind", message: "the right '\(right.rawValue)' is missing; \(words(standing))")
    }

    /// A request to which nobody has a right.
    static let deniedToAll = WireError(.denied, field: "kind", message: "no station may ask this")

    /// A certificate that cannot be read.
    static func certificateRefused(_ reason: StationIdentityError) -> WireError {
        WireError(.denied, field: "certificate", message: words(.refused(reason)))
    }

    /// A certificate that was accepted, until certificates and lists were read anew.
    static func certificateWithdrawn(_ reason: String) -> WireError {
        WireError(.denied, field: "certificate", message: "the server no longer accepts this station: \(reason)")
    }

    private static func words(_ standing: Standing) -> String {
        switch standing {
        case .known(let caller):
            let rights = caller.identity.rights.map(\.rawValue).joined(separator: ", ")
            return "this station (\(caller.agency.rawValue), \(caller.identity.roleText)) has: \(rights)"
        case .unnamed: return "this station's certificate names no agency and no role (\(StationIdentity.uriForm))"
        case .refused(let reason): return "this station's certificate does not say who it is: \(reason)"
        }
    }
}
