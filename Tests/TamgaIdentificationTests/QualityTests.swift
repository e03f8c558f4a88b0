import TamgaIdentification
import TamgaStore
import TamgaTemplates
import Testing

@Suite struct QualityTests {
    /// Poor in one way each, none so poor that it cannot be described.
    private static func poor() throws -> [(FingerSubmission, TemplateFlaw.Kind)] {
        func finger(_ places: [(Int, Int)]) throws -> FingerSubmission {
            let minutiae = places.enumerated().map { index, place in
                Minutia(
                    x: Int16(place.0), y: Int16(place.1), angle: UInt8(truncatingIfNeeded: 53 * index), kind: .ending,
                    quality: 60)
            }
            let view = FingerTemplate(position: .rightIndex, width: 2_000, height: 2_000, minutiae: minutiae)
            return FingerSubmission(format: Station.iso, record: try Station.record([view]))
        }
        return [
            (try Station.sparse(6), .tooFewMinutiae),
            (try finger((0..<12).map { (100 + 9 * ($0 % 4), 100 + 9 * ($0 / 4)) }), .oneSpot),
            (try finger((0..<30).map { (40 + 55 * ($0 % 6), 40 + 300 * ($0 / 6)) }), .beyondAFinger),
            (try finger((0..<49).map { (100 + 11 * ($0 % 7), 100 + 11 * ($0 / 7)) }), .crowded),
            (try finger((0..<32).map { (100 + 60 * ($0 / 2 % 4) + $0 % 2, 100 + 60 * ($0 / 8)) }), .coincident),
        ]
    }

    @Test func poorEnrolmentsAreRefusedUnlessTheyAreToBeFlagged() async throws {
        var lenient = IdentificationParameters()
        lenient.enrolmentQuality = .flag
        let strict = try await IdentificationService.ready()
        let flagging = try await IdentificationService.ready(parameters: lenient)
        for (finger, kind) in try Self.poor() {
            let request = EnrolmentRequest(
                person: kind.rawValue, fingers: [try Station.finger(1, .leftIndex), finger])
            let error = await #expect(throws: IdentificationError.self) { try await strict.enrol(request) }
            #expect(error?.code == .templateTooPoor && error?.field == "fingers[1]")
            #expect(error?.message.hasPrefix(kind.rawValue) == true && error?.limit != nil)
            let taken = try await flagging.enrol(request)
            #expect(taken.warnings.map(\.flaw.kind) == [kind] && taken.warnings.map(\.submission) == [1])
        }
        #expect(strict.statistics().persons == 0)
        #expect(try await strict.enrol(Station.enrolment(2)).warnings.isEmpty)
    }

    @Test func poorProbesAreFlaggedUnlessTheyAreToBeRefused() async throws {
        var strict = IdentificationParameters()
        strict.probeQuality = .refuse
        let flagging = try await IdentificationService.ready()
        let refusing = try await IdentificationService.ready(parameters: strict)
        for service in [flagging, refusing] { _ = try await service.enrol(Station.enrolment(1)) }
        for (finger, kind) in try Self.poor() {
            let found = try await flagging.identify(IdentificationRequest(fingers: [finger]))
            #expect(found.warnings.map(\.flaw.kind) == [kind])
            let request = VerificationRequest(person: Station.name(1), fingers: [finger])
            #expect(try await flagging.verify(request).warnings.map(\.flaw.kind) == [kind])
            for error in [
                await #expect(throws: IdentificationError.self) {
                    try await refusing.identify(IdentificationRequest(fingers: [finger]))
                },
                await #expect(throws: IdentificationError.self) { try await refusing.verify(request) },
            ] {
                #expect(error?.code == .templateTooPoor && error?.message.hasPrefix(kind.rawValue) == true)
            }
        }
        let fit = try await flagging.identify(IdentificationRequest(fingers: Station.probe(1)))
        #expect(fit.warnings.isEmpty && fit.candidates.first?.isHit == true)
    }

    @Test("who was enrolled before the gate was shut is still there after a restart")
    func restart() async throws {
        let store = InMemoryStore()
        var lenient = IdentificationParameters()
        lenient.enrolmentQuality = .flag
        let before = try await IdentificationService.ready(store, parameters: lenient)
        for (finger, kind) in try Self.poor() {
            _ = try await before.enrol(EnrolmentRequest(person: kind.rawValue, fingers: [finger]))
        }
        let after = try await IdentificationService.ready(store)
        #expect(after.statistics().persons == TemplateFlaw.Kind.allCases.count)
    }
}
