package import TamgaClient
internal import TamgaWire

/// What a program ends with; scripts rely on the numbers.
package enum CommandStatus: Int32, Sendable {
    /// Done; an empty candidate list is done, unless a rate was asked for.
    case done = 0
    /// `identify --fpir` of one probe found nobody at or above the threshold; `certificate verify` does not accept the
    /// certificate; `register` registered nobody; `look-up` recognised nobody.
    case noHit = 1
    /// The command line, or a file it names, is not usable.
    case usage = 2
    /// The server refused it.
    case refused = 3
    /// The server cannot be reached, refused the connection, or did not answer.
    case unreachable = 4

    /// The certificate is not authentic.
    package static let notAuthentic = CommandStatus.noHit
    /// Nobody was registered: somebody is known, or it cannot be said.
    package static let notRegistered = CommandStatus.noHit
    /// Nobody was recognised.
    package static let notRecognised = CommandStatus.noHit
}

/// Why a command was not done: what is printed, and the exit status.
package struct CommandError: Error, Hashable, Sendable {
    package var status: CommandStatus
    /// A short name for programs, such as `usage` or `person-exists`.
    package var code: String
    package var message: String
    package var field: String?
    package var limit: String?

    package init(
        _ status: CommandStatus, code: String, message: String, field: String? = nil, limit: String? = nil
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.field = field
        self.limit = limit
    }

    /// A command line or a file that is not usable.
    package static func usage(_ message: String, field: String? = nil, limit: String? = nil) -> CommandError {
        CommandError(.usage, code: "usage", message: message, field: field, limit: limit)
    }

    /// What the client library reports.
    ///
    /// - Parameter remedy: what tells whether a change was made, where its answer was lost.
    package init(_ error: ClientError, remedy: String = "`tamga show` tells which") {
        self.init(
            Self.status(of: error.code), code: error.answer?.code.name ?? error.code.rawValue, message: error.reason,
            field: error.field, limit: error.limit)
        if error.isOutcomeUnknown {
            message += "; outcome unknown: the change was made or was not (\(remedy))"
        }
    }

    private static func status(of code: ClientError.Code) -> CommandStatus {
        switch code {
        case .configuration, .invalidRequest: .usage
        case .refused: .refused
        case .cannotReach, .handshakeRefused, .serverUntrusted, .timeout, .connectionLost, .protocolViolation, .closed,
            .cancelled:
            .unreachable
        }
    }
}

extension CommandError: CustomStringConvertible {
    package var description: String {
        let place = field.map { "\($0): " } ?? ""
        let allowed = limit.map { ", allowed: \($0)" } ?? ""
        return "\(code): \(place)\(message)\(allowed)"
    }
}

extension CommandError {
    /// The object printed with `--json`; `subject` names the probe or person of a batch.
    package func json(_ subject: (String, String)? = nil) -> JSON {
        let error = JSON.object([
            ("code", .string(code)), ("message", .string(message)), ("field", JSON(field)), ("limit", JSON(limit)),
        ])
        return .object((subject.map { [($0.0, .string($0.1))] } ?? []) + [("error", error)])
    }
}
