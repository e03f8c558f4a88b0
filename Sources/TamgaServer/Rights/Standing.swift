package import TamgaRegistry
package import TamgaTLS
package import TamgaWire

/// What its certificate makes of a station.
package enum Standing: Hashable, Sendable {
    case known(Caller)
    /// No URI of ours in the certificate: hello and ping, nothing else.
    case unnamed
    /// Such a URI that cannot be read: no session at all. What it was meant to allow is not guessed.
    case refused(StationIdentityError)

    package init(_ peer: PeerCertificate) {
        do throws(StationIdentityError) {
            self =
                try StationIdentity(uris: peer.uris)
                .map { .known(Caller(identity: $0, certificate: peer.sha256Fingerprint)) } ?? .unnamed
        } catch {
            self = .refused(error)
        }
    }

    /// The caller, where it has the right.
    ///
    /// - Throws: ``WireError`` of code `denied` naming the right that is missing and those that are there.
    package func caller(with right: Right) throws(WireError) -> Caller {
        guard case .known(let caller) = self, caller.identity.has(right) else { throw .denied(right, to: self) }
        return caller
    }
}

extension Welcome {
    /// The same, told to a station of that standing.
    func naming(_ standing: Standing) -> Welcome {
        guard case .known(let caller) = standing else { return self }
        var welcome = self
        welcome.agency = caller.agency.rawValue
        welcome.roles = caller.identity.roleNames
        welcome.station = caller.station
        return welcome
    }
}
