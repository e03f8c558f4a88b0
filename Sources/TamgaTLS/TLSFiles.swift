/// Which end of a connection this is.
public enum TLSRole: Equatable, Sendable {
    /// Accepts connections and requires a client certificate.
    case server
    /// Opens connections and checks the server's certificate and name.
    case client
}

/// Where a peer's own certificate and key and the authority it trusts are kept, all in PEM.
public struct TLSFiles: Equatable, Sendable {
    /// Path of the certificate, followed in the file by any intermediate ones.
    public var certificate: String
    /// Path of the private key of that certificate, without a password.
    public var privateKey: String
    /// Path of the certificates of the authorities that the other end must be signed by.
    public var authority: String
    /// Paths of the authorities' revocation lists, one or more in each file; a server that is given any demands one of
    /// every authority. A client has none.
    public var revocationLists: [String]

    /// The paths.
    public init(certificate: String, privateKey: String, authority: String, revocationLists: [String] = []) {
        self.certificate = certificate
        self.privateKey = privateKey
        self.authority = authority
        self.revocationLists = revocationLists
    }

    /// All of them, in no order that matters.
    public var paths: [String] { [certificate, privateKey, authority] + revocationLists }
}
