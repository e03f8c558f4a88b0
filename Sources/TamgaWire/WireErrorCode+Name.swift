extension WireErrorCode {
    /// The name used in the specification, on the command line and in logs; `code-N` for one not known here.
    public var name: String {
        switch self {
        case .malformedFrame: "malformed-frame"
        case .unsupportedVersion: "unsupported-version"
        case .unknownKind: "unknown-kind"
        case .frameTooLarge: "frame-too-large"
        case .malformedMessage: "malformed-message"
        case .unknownCriticalField: "unknown-critical-field"
        case .helloRequired: "hello-required"
        case .unexpectedHello: "unexpected-hello"
        case .duplicateRequestID: "duplicate-request-id"
        case .tooManyRequests: "too-many-requests"
        case .limitExceeded: "limit-exceeded"
        case .badPerson: "bad-person"
        case .badTemplate: "bad-template"
        case .positionMismatch: "position-mismatch"
        case .personExists: "person-exists"
        case .personUnknown: "person-unknown"
        case .encounterUnknown: "encounter-unknown"
        case .denied: "denied"
        case .invalidField: "invalid-field"
        case .keyReused: "key-reused"
        case .identifierHeld: "identifier-held"
        case .identifierUnknown: "identifier-unknown"
        case .factUnknown: "fact-unknown"
        case .notOwner: "not-owner"
        case .notReady: "not-ready"
        case .shuttingDown: "shutting-down"
        case .storageFailed: "storage-failed"
        case .galleryFull: "gallery-full"
        case .overloaded: "overloaded"
        case .deadlineExceeded: "deadline-exceeded"
        case .requestCancelled: "request-cancelled"
        case .tooManyConnections: "too-many-connections"
        case .internal: "internal"
        default: "code-\(rawValue)"
        }
    }
}

extension WireErrorCode: CustomStringConvertible {
    public var description: String { name }
}
