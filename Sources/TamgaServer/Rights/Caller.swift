package import TamgaRegistry

/// Who asks: a station whose certificate says who it is.
package struct Caller: Hashable, Sendable {
    package let identity: StationIdentity
    /// SHA-256 of the certificate's DER form: 32 bytes.
    package let certificate: [UInt8]

    package init(identity: StationIdentity, certificate: [UInt8]) {
        self.identity = identity
        self.certificate = certificate
    }

    package var agency: Agency { identity.agency }
    package var roles: Set<Role> { identity.roles }
    /// The station's name.
    package var station: String { identity.station }
}
