import Logging
import NIOCore
import TamgaRegistry
import TamgaTLS
import TamgaWire

/// What a session says in the log: who connected, by certificate; why it ended; never what was asked or answered.
struct SessionLog {
    private var logger: Logger
    private let refusals: LogThrottle
    private(set) var isOpen = false
    private var failure: String?
    /// Why the session ended, the first reason given; nil as long as only the peer could have ended it.
    var end: SessionEnd? {
        didSet { end = oldValue ?? end }
    }

    init(_ environment: SessionEnvironment) {
        logger = environment.logger
        refusals = environment.refusals
        logger[metadataKey: "session"] = "\(environment.metrics.nextSession())"
    }

    /// Whether a line for each request is kept.
    var showsRequests: Bool { logger.logLevel <= .debug }

    /// What became of a request; the session's number and the request's join this to what the station has noted.
    func answered(_ requestID: UInt64, kind: String, result: String, microseconds: UInt64?) {
        logger.debug(
            "request answered",
            metadata: [
                "request": "\(requestID)", "kind": "\(kind)", "result": "\(result)",
                "milliseconds": .stringConvertible(Double(microseconds ?? 0) / 1_000),
            ])
    }

    mutating func opened(_ peer: PeerCertificate, _ standing: Standing) {
        isOpen = true
        logger[metadataKey: "certificate"] = "\(Self.prefix(peer.sha256Fingerprint))"
        switch standing {
        case .known(let caller):
            logger[metadataKey: "agency"] = "\(caller.agency.rawValue)"
            logger[metadataKey: "roles"] = "\(caller.identity.roleText)"
            logger[metadataKey: "station"] = "\(caller.station)"
        case .unnamed: logger[metadataKey: "station"] = "unnamed"
        case .refused(let error): logger[metadataKey: "station"] = "refused: \(error)"
        }
        logger.info("connection opened")
    }

    func closed() {
        guard isOpen else { return }
        let reason = end?.description ?? failure ?? SessionEnd.peer.description
        logger.info("connection closed", metadata: ["reason": "\(reason)"])
    }

    mutating func failed(_ error: any Error) { failure = "\(error)" }

    /// One line for a handshake that came to nothing; what the stranger has said of itself is cut to a bearable length.
    func refused(_ refusal: HandshakeRefusal, address: SocketAddress?) {
        guard let suppressed = refusals.pass() else { return }
        var metadata: Logger.Metadata = [
            "reason": "\(refusal.reason)", "error": "\(refusal.error)", "suppressed": "\(suppressed)",
            "address": "\(address.flatMap(ListenAddress.init)?.description ?? "unknown")",
        ]
        if let shown = refusal.certificate {
            metadata["subject"] = "\(shown.subject.prefix(Self.shownCharacters))"
            metadata["serial"] = "\(shown.serialNumber.prefix(Self.shownCharacters))"
            metadata["certificate"] = "\(Self.prefix(shown.sha256Fingerprint))"
        }
        logger.warning("handshake refused", metadata: metadata)
    }

    /// A serial number has 40 digits at most (RFC 5280, 4.1.2.2), a subject seldom more than a hundred characters.
    private static let shownCharacters = 200

    func notEncoded(_ kind: MessageKind, _ error: WireError) {
        logger.error("answer not sent", metadata: ["kind": "\(kind.name)", "reason": "\(error)"])
    }

    /// The first 8 bytes of a fingerprint in hexadecimal: enough to find the certificate.
    static func prefix(_ fingerprint: [UInt8]) -> String {
        fingerprint.prefix(8).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0\(digits)" : digits
        }
        .joined()
    }
}
