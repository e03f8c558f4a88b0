public import TamgaWire

/// Why the client could not give an answer.
public struct ClientError: Error, Hashable, Sendable {
    /// What kind of failure it is.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A certificate, key or name given to the client is not usable; nothing was sent.
        case configuration
        /// The request is outside the limits of the protocol or of this server; it was not sent.
        case invalidRequest = "invalid-request"
        /// No connection could be made.
        case cannotReach = "cannot-reach"
        /// The server ended the connection before its welcome: most often it refused this station's certificate.
        case handshakeRefused = "handshake-refused"
        /// The server's certificate is not one for this host by the authority given.
        case serverUntrusted = "server-untrusted"
        /// The server answered with an error: see ``ClientError/answer``.
        case refused
        /// No answer within the time allowed.
        case timeout
        /// The connection ended before the answer arrived.
        case connectionLost = "connection-lost"
        /// The server sent what the protocol does not allow.
        case protocolViolation = "protocol-violation"
        /// The client was closed before the request was sent.
        case closed
        /// The task that waited for the answer was cancelled.
        case cancelled
    }

    public var code: Code
    /// What happened, in words; never biometric or personal data.
    public var reason: String
    /// The server's error, where the code is `refused`.
    public var answer: ErrorMessage?
    /// The field at fault, where one is.
    public var field: String?
    /// What was allowed, where it is known.
    public var limit: String?
    /// Whether a change was sent whose answer did not arrive: it was done or was not.
    /// Read the person to learn which; of a merge, the other person.
    public var isOutcomeUnknown = false

    /// A failure of the client's own, or of the connection.
    public init(_ code: Code, _ reason: String, field: String? = nil, limit: String? = nil) {
        self.code = code
        self.reason = reason
        self.field = field
        self.limit = limit
    }

    /// The error a server answered with.
    public init(refused answer: ErrorMessage) {
        self.init(.refused, answer.message, field: answer.field, limit: answer.limit)
        self.answer = answer
    }
}

extension ClientError: CustomStringConvertible {
    public var description: String {
        let name = answer.map { "refused by the server: \($0.code.name)" } ?? code.rawValue
        let place = field.map { "\($0): " } ?? ""
        let allowed = limit.map { ", allowed: \($0)" } ?? ""
        let outcome = isOutcomeUnknown ? "; outcome unknown: the change was made or was not" : ""
        return "\(name): \(place)\(reason)\(allowed)\(outcome)"
    }
}
