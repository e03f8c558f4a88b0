import TamgaTLS

extension SessionEnd {
    /// Its name as a label.
    package var metricName: String {
        switch self {
        case .peer: "peer"
        case .refused: "refused"
        case .timeout: "timeout"
        case .slowReader: "slow-reader"
        case .shutdown: "shutdown"
        case .aborted: "aborted"
        }
    }

    package static let metricNames = ["peer", "refused", "timeout", "slow-reader", "shutdown", "aborted"]
}

/// The names of TLS failures as labels: few and fixed, whatever OpenSSL has to say.
package enum TLSFailureName {
    package static let all = [
        "handshake", "timeout", "no-certificate", "untrusted", "alert", "protocol", "truncated", "local",
    ]

    /// The name of a failure.
    package static func of(_ error: TLSError) -> String {
        switch error {
        case .handshakeFailed: "handshake"
        case .handshakeTimeout: "timeout"
        case .noPeerCertificate: "no-certificate"
        case .untrustedPeer: "untrusted"
        case .alertReceived: "alert"
        case .protocolViolation: "protocol"
        case .truncated: "truncated"
        case .fileUnreadable, .fileMalformed, .keyMismatch, .openSSLFailed, .serverNameInvalid, .writeLimitExceeded,
            .closed:
            "local"
        }
    }
}
