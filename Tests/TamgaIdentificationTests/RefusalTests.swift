import TamgaIdentification
import TamgaStore
import TamgaTemplates
import Testing

@Suite struct RefusalTests {
    typealias Code = IdentificationError.Code

    private func refusal<Value>(_ body: () async throws -> Value) async -> IdentificationError? {
        do {
            _ = try await body()
            return nil
        } catch { return error as? IdentificationError }
    }

    /// The same records are refused alike as an enrolment, as a probe and as a verification.
    private func refusals(
        of fingers: [FingerSubmission], by service: IdentificationService
    ) async -> [IdentificationError?] {
        [
            await refusal { try await service.enrol(EnrolmentRequest(person: "new", fingers: fingers)) },
            await refusal { try await service.identify(IdentificationRequest(fingers: fingers)) },
            await refusal { try await service.verify(VerificationRequest(person: "known", fingers: fingers)) },
        ]
    }

    private func service() async throws -> IdentificationService {
        let service = try await IdentificationService.ready()
        _ = try await service.enrol(EnrolmentRequest(person: "known", fingers: [Station.finger(1, .rightIndex)]))
        return service
    }

    @Test func badRecordsAreRefusedWithTheirPlace() async throws {
        let service = try await service()
        let good = try Station.finger(1, .rightIndex)
        var cut = good
        cut.record.removeLast(20)
        var other = good
        other.format = 9
        let mixed = try Station.record([Station.template(1, .rightIndex), Station.template(1, .leftThumb)])
        let cases: [([FingerSubmission], Code, String)] = [
            ([good, cut], .badTemplate, "fingers[1]"),
            ([other], .unsupportedFormat, "fingers[0]"),
            ([good, FingerSubmission(format: Station.iso, record: [])], .limitExceeded, "fingers[1]"),
            ([FingerSubmission(format: Station.iso, record: Array(repeating: 0, count: 65_537))], .limitExceeded,
                "fingers[0]"),
            ([], .limitExceeded, "fingers"),
            (Array(repeating: good, count: 41), .limitExceeded, "fingers"),
            ([good, try Station.finger(1, .rightIndex, stated: .leftIndex)], .positionMismatch, "fingers[1]"),
            ([FingerSubmission(position: .rightIndex, format: Station.iso, record: mixed)], .positionMismatch,
                "fingers[0]"),
            ([good, good, try Station.sparse(5)], .templateTooPoor, "fingers[2]"),
        ]
        for (fingers, code, field) in cases {
            for error in await refusals(of: fingers, by: service) {
                #expect(error?.code == code && error?.field == field, "\(code): \(String(describing: error))")
                #expect(error?.limit != nil, "\(code)")
            }
        }
        let statistics = service.statistics()
        #expect((statistics.persons, statistics.references, statistics.snapshot) == (1, 1, 1))
    }

    @Test func aPoorTemplateSaysHowPoor() async throws {
        let service = try await service()
        let error = await refusals(of: [try Station.sparse(5)], by: service)[0]
        #expect(error?.message == "too-few-minutiae: 5" && error?.limit == "at least 8 minutiae")
        var parameters = IdentificationParameters()
        parameters.enrolmentQuality = .flag
        let lenient = try await IdentificationService.ready(parameters: parameters)
        let hopeless = await #expect(throws: IdentificationError.self) {
            try await lenient.enrol(EnrolmentRequest(person: "few", fingers: [Station.sparse(5)]))
        }
        #expect(hopeless?.message == "5 usable minutiae" && hopeless?.limit == "at least 6")
        _ = try await lenient.enrol(EnrolmentRequest(person: "enough", fingers: [Station.sparse(6)]))
    }

    @Test func manyFingersAreALimit() async throws {
        let service = try await service()
        let view = Station.template(1, .unknown)
        let many = FingerSubmission(
            format: Station.iso, record: try Station.record(Array(repeating: view, count: 30)))
        let tooMany = Array(repeating: many, count: 40)
        let error = await refusal {
            try await service.enrol(EnrolmentRequest(person: "new", fingers: tooMany))
        }
        #expect(error?.code == .limitExceeded && error?.limit == "1 to 160 views")
        // 39 unnamed records and one of two views are 41 views in 40 records.
        let unnamed = try Station.finger(1, .unknown)
        let named = try Station.record([Station.template(1, .rightIndex), Station.template(1, .leftThumb)])
        let probe = Array(repeating: unnamed, count: 39) + [FingerSubmission(format: Station.iso, record: named)]
        let mixed = await refusal { try await service.identify(IdentificationRequest(fingers: probe)) }
        #expect(mixed?.code == .limitExceeded && mixed?.limit == "1 to 40 views")
    }

    @Test func personsAreCheckedAndNeverOverwritten() async throws {
        let service = try await service()
        let fingers = try [Station.finger(2, .rightIndex)]
        let probe = IdentificationRequest(fingers: try [Station.finger(1, .rightIndex, impression: 1)])
        let before = try await service.identify(probe)
        for (person, code) in [("known", Code.personExists), ("", .badPerson), ("a b", .badPerson)] {
            let error = await refusal {
                try await service.enrol(EnrolmentRequest(person: person, fingers: fingers))
            }
            #expect(error?.code == code && error?.field == "person")
        }
        for (person, code) in [("nobody", Code.personUnknown), ("a/b", .badPerson)] {
            let errors = [
                await refusal { try await service.verify(VerificationRequest(person: person, fingers: fingers)) },
                await refusal { try await service.read(person, includeRecords: true) },
                await refusal { try await service.delete(person) },
            ]
            #expect(errors.allSatisfy { $0?.code == code && $0?.field == "person" }, "\(errors)")
        }
        let after = try await service.identify(probe)
        #expect(after.candidates == before.candidates && after.snapshot == 1)
    }

    @Test func numbersOutsideTheirLimitsAreRefused() async throws {
        let service = try await service()
        let fingers = try [Station.finger(1, .rightIndex)]
        for count in [0, -1, 1_001] {
            let error = await refusal {
                try await service.identify(IdentificationRequest(fingers: fingers, maximumCandidates: count))
            }
            #expect(error?.code == .limitExceeded && error?.field == "maximumCandidates")
        }
        for rate in [0, 1, -1, 1e-20, .nan, .infinity] {
            let error = await refusal {
                try await service.identify(IdentificationRequest(fingers: fingers, targetFPIR: rate))
            }
            #expect(error?.code == .limitExceeded && error?.field == "targetFPIR" && error?.limit != nil)
        }
        for rotation in [-1, 129] {
            let errors = [
                await refusal {
                    try await service.identify(IdentificationRequest(fingers: fingers, maximumRotation: rotation))
                },
                await refusal {
                    try await service.verify(
                        VerificationRequest(person: "known", fingers: fingers, maximumRotation: rotation))
                },
            ]
            #expect(errors.allSatisfy { $0?.code == .limitExceeded && $0?.field == "maximumRotation" })
        }
    }

    @Test func beforeTheRebuildNothingIsAnswered() async throws {
        let service = IdentificationService(
            store: InMemoryStore(), shards: 1, workers: 1, clock: CountingClock())
        let fingers = try [Station.finger(1, .rightIndex)]
        let errors = await refusals(of: fingers, by: service) + [
            await refusal { try await service.read("known", includeRecords: false) },
            await refusal { try await service.delete("known") },
        ]
        #expect(errors.allSatisfy { $0?.code == .notReady }, "\(errors)")
        try await service.rebuild()
        _ = try await service.enrol(EnrolmentRequest(person: "new", fingers: fingers))
    }
}
