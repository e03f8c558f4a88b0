#if canImport(Glibc)
    internal import Glibc
#else
    internal import Musl
#endif
internal import NIOCore
internal import NIOPosix
internal import TamgaTLS
internal import TamgaWire

extension ClientError {
    /// The error of a request that cannot become a frame of this session.
    init(invalid error: WireError) {
        self.init(.invalidRequest, error.message, field: error.field, limit: error.limit)
    }

    /// What a certificate or key that cannot be used says.
    init(configuration error: TLSError) {
        self.init(.configuration, error.description)
    }

    /// Why no TCP connection was made.
    init(connecting error: any Error, to address: String) {
        switch error {
        case let error as ClientError: self = error
        case let error as NIOConnectionError: self.init(.cannotReach, "\(address): \(Self.reason(of: error))")
        case ChannelError.connectTimeout: self.init(.cannotReach, "\(address): no answer to the connection attempt")
        default: self.init(.cannotReach, "\(address): \(error)")
        }
    }

    private static func reason(of error: NIOConnectionError) -> String {
        guard let attempt = error.connectionErrors.first else { return "no address of \(error.host) is known" }
        return (attempt.error as? IOError).map { words(errno: $0.errnoCode) } ?? "\(attempt.error)"
    }

    /// SwiftNIO's own words for these are misleading.
    private static func words(errno code: CInt) -> String {
        switch code {
        case ECONNREFUSED: "connection refused"
        case EHOSTUNREACH, ENETUNREACH: "no route to the host"
        case ETIMEDOUT: "no answer to the connection attempt"
        default: "system error \(code)"
        }
    }
}

/// How a connection ended, as the pipeline tells it.
enum ConnectionEnd {
    /// The TLS layer gave up.
    case tls(TLSError)
    /// The system reported an error.
    case system(any Error)
    /// The channel closed; any reason came before.
    case closed
    /// A request was given up, and with it all others: the reason.
    case gaveUp(String)

    init(_ error: any Error) {
        self = (error as? TLSError).map(Self.tls) ?? .system(error)
    }

    /// The error before the welcome, where only the server's word tells a refused certificate from an accepted one.
    var beforeWelcome: ClientError {
        switch self {
        case .tls(.untrustedPeer), .tls(.noPeerCertificate): ClientError(.serverUntrusted, words)
        case .tls(.handshakeTimeout): ClientError(.timeout, words)
        case .tls(.serverNameInvalid), .tls(.openSSLFailed): ClientError(.configuration, words)
        case .tls(.protocolViolation): ClientError(.protocolViolation, words)
        case .gaveUp(let reason): ClientError(.timeout, reason)
        default: ClientError(.handshakeRefused, words)
        }
    }

    /// The error once the welcome was there.
    var afterWelcome: ClientError { ClientError(.connectionLost, words) }

    private var words: String {
        switch self {
        case .tls(let error): error.description
        case .system(let error): "\(error)"
        case .closed: "the server closed the connection"
        case .gaveUp(let reason): reason
        }
    }
}
