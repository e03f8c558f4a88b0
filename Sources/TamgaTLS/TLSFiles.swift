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

    /// The three paths.
    public init(certificate: String, privateKey: String, authority: String) {
        self.certificate = certificate
        self.privateKey = privateKey
        self.authority = authority
    }
}
