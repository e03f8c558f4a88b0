public import NIOCore
internal import TamgaTLS
public import TamgaWire

/// Where the server is, who this station is, and how long to wait.
public struct ClientConfiguration: Sendable, Hashable {
    /// A host name or an address; the server's certificate must be for it.
    public var host: String
    public var port: Int
    /// Path of this station's certificate, PEM.
    public var certificate: String
    /// Path of its private key, PEM.
    public var privateKey: String
    /// Path of the authority that the server's certificate must be signed by, PEM.
    public var authority: String
    /// The program and its version, for the server's log: 1 to 128 bytes.
    public var clientName: String
    /// For development only: path of a file to which the connection's secrets are written. Refused unless the
    /// environment variable `TAMGA_DEVELOPMENT` is 1.
    public var keyLog: String?
    /// How long the TCP connection, the TLS handshake and the welcome may take, each.
    public var connectTimeout = ClientLimits.connectTimeout
    /// How long a request that was sent may wait for its answer.
    public var requestTimeout = ClientLimits.requestTimeout
    /// What every request says of its terms, unless ``TamgaClient/with(_:)`` says otherwise.
    public var requestOptions = RequestOptions.none

    /// The server and the three files; the times are those of ``ClientLimits``.
    public init(
        host: String, port: Int, certificate: String, privateKey: String, authority: String, clientName: String
    ) {
        self.host = host
        self.port = port
        self.certificate = certificate
        self.privateKey = privateKey
        self.authority = authority
        self.clientName = clientName
    }

    var files: TLSFiles {
        TLSFiles(certificate: certificate, privateKey: privateKey, authority: authority)
    }
}
