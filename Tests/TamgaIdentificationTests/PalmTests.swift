import TamgaGallery
import TamgaIdentification
import TamgaSynthesis
import TamgaTemplates
import Testing

/// Persons with fingers and palms, synthetic ones: there are no real palms to test with.
@Suite struct PalmTests {
    /// The record of a palm; one that is to go by another name says none itself.
    private static func palm(
        _ person: Int, _ palm: FingerPosition, impression: Int = 0, as name: FingerPosition? = nil,
        _ coverage: SyntheticPalm.Coverage = .whole
    ) throws -> FingerSubmission {
        var view = Station.population.person(person).palm(palm).impression(impression, coverage)
        if name != nil { view.position = .unknown }
        return FingerSubmission(position: name ?? palm, format: Station.iso, record: try Station.record([view]))
    }

    private static func enrolment(_ person: Int) throws -> EnrolmentRequest {
        EnrolmentRequest(
            person: Station.name(person),
            fingers: try [Station.finger(person, .rightIndex)] + FingerPosition.palms.map { try palm(person, $0) })
    }

    /// Five persons of one finger and two palms, and one of a finger only.
    private static func service() async throws -> IdentificationService {
        let service = try await IdentificationService.ready()
        for person in 0..<5 { _ = try await service.enrol(enrolment(person)) }
        _ = try await service.enrol(Station.enrolment(5, [.rightIndex]))
        return service
    }

    /// 255 minutiae are nine tiles, and all of them count as templates.
    private static let tiles = 9

    @Test func aPalmFindsItsPerson() async throws {
        let service = try await Self.service()
        #expect(service.statistics().references == 6 + 10 * Self.tiles)
        for coverage in SyntheticPalm.Coverage.allCases {
            let probe = [try Self.palm(3, .rightPalm, impression: 1, coverage)]
            let found = try await service.identify(IdentificationRequest(fingers: probe))
            #expect(found.candidates.first?.person == Station.name(3) && found.candidates.first?.isHit == true)
            #expect(found.candidates.first?.fingers.map(\.referencePosition) == [.rightPalm])
            #expect(found.candidates.dropFirst().allSatisfy { !$0.isHit && $0.swap == .none })
            #expect(found.searched == 5 * Self.tiles && found.decision.persons == 5)
        }
        let stranger = try await service.identify(
            IdentificationRequest(fingers: [Self.palm(9, .rightPalm, impression: 1)]))
        #expect(!stranger.candidates.contains { $0.isHit })
    }

    @Test func aPalmIsVerified() async throws {
        let service = try await Self.service()
        let probe = [try Self.palm(1, .leftPalm, impression: 1)]
        let own = try await service.verify(VerificationRequest(person: Station.name(1), fingers: probe))
        #expect(own.score > 4 && own.swap == .none)
        #expect(own.fingers.map(\.position) == [.leftPalm])
        for other in [0, 2] {
            let stranger = try await service.verify(VerificationRequest(person: Station.name(other), fingers: probe))
            #expect(stranger.score < 3)
        }
        let without = try await service.verify(VerificationRequest(person: Station.name(5), fingers: probe))
        #expect(without.score == 0 && without.compared == 0)
    }

    @Test func theWrongHandIsFoundAndSaid() async throws {
        let service = try await Self.service()
        let probe = [try Self.palm(2, .leftPalm, impression: 1, as: .rightPalm)]
        let found = try await service.identify(IdentificationRequest(fingers: probe))
        #expect(found.candidates.first?.person == Station.name(2) && found.candidates.first?.isHit == true)
        #expect(found.candidates.first?.swap == .handsExchanged)
        let labelled = try await service.identify(IdentificationRequest(fingers: probe, positions: .asLabelled))
        #expect(!labelled.candidates.contains { $0.isHit })
    }

    @Test func unnamedPalmsAreSearchedAmongPalms() async throws {
        let service = try await Self.service()
        let unnamed = [try Self.palm(7, .rightPalm, as: .unknownPalm)]
        _ = try await service.enrol(EnrolmentRequest(person: "unnamed", fingers: unnamed))
        let probe = [try Self.palm(7, .rightPalm, impression: 1)]
        let found = try await service.identify(IdentificationRequest(fingers: probe))
        #expect(found.candidates.first?.person == "unnamed" && found.candidates.first?.isHit == true)
        #expect(found.searched == 6 * Self.tiles)
        let other = [try Self.palm(4, .leftPalm, impression: 1, as: .unknownPalm)]
        let any = try await service.identify(IdentificationRequest(fingers: other))
        #expect(any.candidates.first?.person == Station.name(4) && any.searched == 11 * Self.tiles)
    }

    @Test func readShowsViewsNotTiles() async throws {
        let service = try await Self.service()
        let held = try await service.read(Station.name(0), includeRecords: true)
        #expect(held.fingers.map(\.position) == [.rightIndex, .rightPalm, .leftPalm])
        #expect(held.fingers[1].minutiae == 255 && held.fingers.allSatisfy { $0.record != nil })
        #expect(try await service.delete(Station.name(0)).references == 1 + 2 * Self.tiles)
    }

    @Test func aGalleryWithoutPalmsSearchesNothing() async throws {
        let service = try await IdentificationService.ready()
        for person in 0..<3 { _ = try await service.enrol(Station.enrolment(person)) }
        for name in [FingerPosition.rightPalm, .unknownPalm] {
            let probe = [try Self.palm(0, .rightPalm, impression: 1, as: name)]
            let found = try await service.identify(IdentificationRequest(fingers: probe))
            #expect(found.candidates.isEmpty && found.searched == 0 && found.gallery == 6)
            #expect(found.decision.persons == 0)
        }
    }

    @Test func aFingerIsNotStatedAsAPalm() async throws {
        let service = try await Self.service()
        let finger = try Station.finger(1, .rightIndex, stated: .rightPalm)
        let error = await #expect(throws: IdentificationError.self) {
            try await service.identify(IdentificationRequest(fingers: [finger]))
        }
        #expect(error?.code == .positionMismatch && error?.limit == "right-index, unknown or none")
    }

    @Test func tilesAreLimited() async throws {
        let service = try await Self.service()
        let palm = try Self.palm(1, .rightPalm)
        let error = await #expect(throws: IdentificationError.self) {
            try await service.identify(IdentificationRequest(fingers: Array(repeating: palm, count: 13)))
        }
        #expect(error?.code == .limitExceeded && error?.limit == "0 to 4 views of palms")
        let tooMany = EnrolmentRequest(person: "x", fingers: Array(repeating: palm, count: 34))
        let refused = await #expect(throws: IdentificationError.self) { try await service.enrol(tooMany) }
        #expect(refused?.code == .limitExceeded && refused?.limit == "0 to 16 views of palms")
        // Ten fingers and both palms are well within.
        let ten = try FingerPosition.fingers.map { try Station.finger(8, $0) }
        let palms = try FingerPosition.palms.map { try Self.palm(8, $0) }
        let full = EnrolmentRequest(person: "full", fingers: ten + palms)
        #expect(try await service.enrol(full).references == 10 + 2 * Self.tiles)
        let probe = try Station.probe(8, FingerPosition.fingers)
            + FingerPosition.palms.map { try Self.palm(8, $0, impression: 1) }
        let found = try await service.identify(IdentificationRequest(fingers: probe))
        #expect(found.candidates.first?.person == "full" && found.candidates.first?.fingers.count == 12)
    }

    @Test func theStoreGivesPalmsBack() async throws {
        let service = try await Self.service()
        let probe = IdentificationRequest(fingers: [try Self.palm(3, .rightPalm, impression: 1)])
        let before = try await service.identify(probe)
        try await service.rebuild()
        let after = try await service.identify(probe)
        #expect(after.candidates == before.candidates && after.searched == before.searched)
    }
}
