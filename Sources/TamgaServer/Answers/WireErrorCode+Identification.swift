package import TamgaIdentification
package import TamgaWire

extension WireErrorCode {
    /// The one table from the service's codes to the wire's.
    package init(_ code: IdentificationError.Code) {
        self =
            switch code {
            case .badTemplate, .templateTooPoor, .unsupportedFormat: .badTemplate
            case .badPerson: .badPerson
            case .personExists: .personExists
            case .personUnknown: .personUnknown
            case .encounterUnknown: .encounterUnknown
            case .invalid, .incomplete: .invalidField
            case .keyReused: .keyReused
            case .identifierHeld: .identifierHeld
            case .identifierUnknown: .identifierUnknown
            case .factUnknown: .factUnknown
            case .notOwner: .notOwner
            case .limitExceeded: .limitExceeded
            case .positionMismatch: .positionMismatch
            case .storageFailed: .storageFailed
            case .notReady: .notReady
            case .galleryFull: .galleryFull
            case .overloaded: .overloaded
            case .deadlineExceeded: .deadlineExceeded
            case .cancelled: .requestCancelled
            }
    }
}

extension ErrorMessage {
    /// What a store says stays in the server's log.
    package init(_ error: IdentificationError) {
        let message =
            switch error.code {
            case .storageFailed: "the store could not make or read the change"
            default: error.message
            }
        self.init(
            code: WireErrorCode(error.code), message: message, field: error.field.map(Self.wireName),
            limit: error.limit, retryAfter: error.retryAfter.map { UInt32(clamping: $0) })
    }

    /// The service names a field as Swift does, the specification as it names it.
    private static func wireName(_ field: String) -> String {
        switch field {
        case "fingers": "finger"
        case "maximumCandidates": "maximum-candidates"
        case "maximumRotation": "maximum-rotation"
        case "targetFPIR": "target-fpir"
        case "claims": "claim"
        case "notTaken": "not-taken"
        case let field where field.hasPrefix("fingers["): "finger" + field.dropFirst("fingers".count)
        default: field
        }
    }
}
