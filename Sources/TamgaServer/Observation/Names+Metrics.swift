package import TamgaTLS

extension SessionEnd {
    /// Its name as a label.
    package var metricName: String {
        switch self {
        case .peer: "peer"
        case .refused: "refused"
        case .timeout: "timeout"
        case .slowReader: "slow-reader"
        case .certificate: "certificate"
        case .shutdown: "shutdown"
        case .aborted: "aborted"
        }
    }

    package static let metricNames = [
        "peer", "refused", "timeout", "slow-reader", "certificate", "shutdown", "aborted",
    ]
}

/// The names of TLS failures as labels: few and fixed, whatever OpenSSL has to say. Those of handshakes are the reasons
/// of ``HandshakeRefusal``; the others are of connections that were open.
package enum TLSFailureName {
    package static let all = HandshakeRefusal.Reason.allCases.map(\.rawValue) + later

    private static let later = ["alert", "protocol", "truncated", "local"]

    /// The name of a failure after the handshake.
    package static func of(_ error: TLSError) -> String {
        switch error {
        case .alertReceived: "alert"
        case .protocolViolation: "protocol"
        case .truncated: "truncated"
        default: "local"
        }
    }
}
