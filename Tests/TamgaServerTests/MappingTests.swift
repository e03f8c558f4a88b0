import TamgaIdentification
import TamgaServer
import TamgaWire
import Testing

/// From the service's answers and errors to the wire's.
@Suite struct MappingTests {
    @Test(arguments: [
        (0, 0), (0.0004, 0), (0.0006, 1), (4, 4_000), (12.3456, 12_346), (-0.3006, -301), (1e30, Int32.max),
        (-1e30, Int32.min), (.infinity, Int32.max), (-.infinity, Int32.min), (.nan, 0),
    ] as [(Float, Int32)]) func scoresAreThousandths(score: Float, expected: Int32) {
        #expect(thousandths(score) == expected)
    }

    @Test(arguments: [(1e-9, 1), (1e-3, 1_000_000), (1, 1_000_000_000), (4e-10, 0), (2, 1_000_000_000)])
    func sharesArePartsPerBillion(share: Double, expected: UInt32) {
        #expect(partsPerBillion(share) == expected)
    }

    @Test func everyCodeOfTheServiceHasOneOfTheWire() {
        let table: [IdentificationError.Code: WireErrorCode] = [
            .badTemplate: .badTemplate, .templateTooPoor: .badTemplate, .unsupportedFormat: .badTemplate,
            .badPerson: .badPerson, .personExists: .personExists, .personUnknown: .personUnknown,
            .limitExceeded: .limitExceeded, .positionMismatch: .positionMismatch, .storageFailed: .storageFailed,
            .notReady: .notReady, .encounterUnknown: .encounterUnknown, .galleryFull: .galleryFull,
            .invalid: .invalidField, .incomplete: .invalidField, .keyReused: .keyReused,
            .identifierHeld: .identifierHeld, .identifierUnknown: .identifierUnknown, .factUnknown: .factUnknown,
            .notOwner: .notOwner, .overloaded: .overloaded, .deadlineExceeded: .deadlineExceeded,
            .cancelled: .requestCancelled,
        ]
        for code in IdentificationError.Code.allCases {
            #expect(WireErrorCode(code) == table[code], "\(code)")
        }
    }

    @Test(arguments: [
        ("fingers", "finger"), ("fingers[2]", "finger[2]"), ("maximumCandidates", "maximum-candidates"),
        ("maximumRotation", "maximum-rotation"), ("targetFPIR", "target-fpir"), ("person", "person"),
        ("other", "other"), ("encounter", "encounter"),
    ]) func fieldsHaveTheirNamesOfTheSpecification(field: String, expected: String) {
        let message = ErrorMessage(IdentificationError(.limitExceeded, field: field, "9", limit: "1 to 5"))
        #expect(message.field == expected && message.limit == "1 to 5" && message.message == "9")
    }

    @Test func whatTheStoreSaysStaysHere() {
        let message = ErrorMessage(IdentificationError(.storageFailed, "io-failed: /secret/path"))
        #expect(message.code == .storageFailed && !message.message.contains("secret") && message.isRetryable)
    }
}
