import TamgaGallery
import TamgaIdentification
import TamgaMatcher
import TamgaStore
import TamgaTemplates
import Testing

@Suite struct OperationTests {
    @Test func enrolledThenFoundVerifiedReadAndDeleted() async throws {
        let service = try await IdentificationService.ready()
        let first = try await service.enrol(Station.enrolment(1))
        let second = try await service.enrol(Station.enrolment(2))
        #expect((first.sequence, first.snapshot, first.references, first.person) == (1, 1, 2, "person-1"))
        #expect((second.sequence, second.snapshot) == (2, 2) && second.microseconds > 0)

        let found = try await service.identify(IdentificationRequest(fingers: Station.probe(2)))
        #expect(found.candidates.first?.person == "person-2" && found.candidates.first?.rank == 1)
        #expect(found.candidates.first?.fingers.map(\.submission) == [0, 1])
        #expect((found.searched, found.gallery, found.snapshot) == (4, 4, 2))
        #expect(found.matcher == Matcher.version && found.microseconds > 0)

        let verified = try await service.verify(
            VerificationRequest(person: "person-2", fingers: Station.probe(2)))
        #expect(verified.score == found.candidates.first?.score && verified.rotation == found.rotation)
        #expect(verified.fingers == found.candidates.first?.fingers && verified.compared == 2)

        let deletion = try await service.delete("person-2")
        #expect((deletion.sequence, deletion.references) == (3, 2))
        let after = try await service.identify(IdentificationRequest(fingers: Station.probe(2)))
        #expect(!after.candidates.contains { $0.person == "person-2" })
        #expect((after.gallery, after.snapshot) == (2, 3))
    }

    @Test func readGivesWhatIsHeld() async throws {
        let service = try await IdentificationService.ready()
        let two = try Station.record([
            Station.template(1, .rightIndex), Station.template(1, .rightMiddle),
        ])
        let fingers = [FingerSubmission(format: Station.iso, record: two), try Station.finger(1, .leftThumb)]
        let enrolment = try await service.enrol(EnrolmentRequest(person: "x", fingers: fingers))
        #expect(enrolment.references == 3)

        let bare = try await service.read("x", includeRecords: false)
        #expect(bare.enrolledAt == 1_700_000_000_123 && bare.sequence == 1 && bare.person == "x")
        #expect(bare.fingers.map(\.position) == [.rightIndex, .rightMiddle, .leftThumb])
        #expect(bare.fingers[1].minutiae == Station.template(1, .rightMiddle).minutiae.count)
        #expect(bare.fingers[1].quality == Station.template(1, .rightMiddle).quality)
        #expect(bare.fingers.allSatisfy { $0.record == nil && $0.format == Station.iso })
        let full = try await service.read("x", includeRecords: true)
        #expect(full.fingers.map(\.record) == [two, nil, fingers[1].record])
    }

    @Test func severalImpressionsOfAFingerAreOneFinger() async throws {
        let service = try await IdentificationService.ready()
        let impressions = try [0, 2].map { try Station.finger(1, .rightIndex, impression: $0) }
        try await #expect(service.enrol(EnrolmentRequest(person: "x", fingers: impressions)).references == 2)
        let probe = try [1, 3].map { try Station.finger(1, .rightIndex, impression: $0) }
        let found = try await service.identify(IdentificationRequest(fingers: probe))
        #expect(found.candidates.first?.fingers.count == 1 && found.searched == 2)
        #expect(found.candidates.first?.fingers.first?.submission == 0)
    }

    @Test func theStatedPositionHoldsUnlessTheRecordNamesAnother() async throws {
        let service = try await IdentificationService.ready()
        var unnamed = Station.template(1, .rightIndex)
        unnamed.position = .unknown
        let fingers = [
            try Station.finger(1, .rightIndex),
            try Station.finger(1, .rightIndex, stated: .unknown),
            try Station.finger(1, .rightIndex, stated: .rightIndex),
            FingerSubmission(position: .leftRing, format: Station.iso, record: try Station.record([unnamed])),
        ]
        _ = try await service.enrol(EnrolmentRequest(person: "x", fingers: fingers))
        let held = try await service.read("x", includeRecords: false)
        #expect(held.fingers.map(\.position) == [.rightIndex, .unknown, .rightIndex, .leftRing])
    }

    @Test func theOrderOfFingersChangesNoScore() async throws {
        let service = try await IdentificationService.ready()
        let positions: [FingerPosition] = [.rightIndex, .leftIndex, .leftThumb]
        _ = try await service.enrol(Station.enrolment(1, positions))
        let probe = try Station.probe(1, positions)
        let forward = try await service.identify(IdentificationRequest(fingers: probe))
        let backward = try await service.identify(IdentificationRequest(fingers: probe.reversed()))
        #expect(forward.candidates.first?.score == backward.candidates.first?.score)
        #expect(forward.candidates.first?.fingers.map(\.position) == positions)
        #expect(backward.candidates.first?.fingers.map(\.position) == positions.reversed())
    }

    @Test func candidatesAndRotationAreAsAskedOrAsSet() async throws {
        var parameters = IdentificationParameters()
        parameters.maximumCandidates = 2
        parameters.maximumRotation = 20
        parameters.search.floor = 0
        let service = try await IdentificationService.ready(parameters: parameters)
        for person in 0..<4 { _ = try await service.enrol(Station.enrolment(person, [.rightIndex])) }
        let probe = try Station.probe(9, [.rightIndex])
        let set = try await service.identify(IdentificationRequest(fingers: probe))
        #expect((set.candidates.count, set.rotation) == (2, 20))
        let asked = try await service.identify(
            IdentificationRequest(fingers: probe, maximumCandidates: 3, maximumRotation: 128))
        #expect((asked.candidates.count, asked.rotation) == (3, 128))
        #expect(asked.candidates.map(\.rank) == [1, 2, 3])
    }

    @Test func theThresholdIsForTheRateAskedOrSet() async throws {
        var parameters = IdentificationParameters()
        parameters.targetFPIR = 1e-2
        let service = try await IdentificationService.ready(parameters: parameters)
        for person in 0..<3 { _ = try await service.enrol(Station.enrolment(person)) }
        let probe = try Station.probe(2)
        let set = try await service.identify(IdentificationRequest(fingers: probe))
        let asked = try await service.identify(IdentificationRequest(fingers: probe, targetFPIR: 1e-4))
        #expect((set.decision.targetFPIR, asked.decision.targetFPIR) == (1e-2, 1e-4))
        #expect(set.decision.persons == 3 && set.decision.threshold < asked.decision.threshold)
        for answer in [set, asked] {
            #expect(answer.decision.lowestFPIR < answer.decision.targetFPIR)
            #expect(answer.decision.highestFPIR > answer.decision.targetFPIR)
            #expect(answer.candidates.allSatisfy { $0.isHit == ($0.score >= answer.decision.threshold) })
        }
        #expect(set.candidates.first?.isHit == true)
    }

    @Test func statisticsCountWhatIsThere() async throws {
        let store = InMemoryStore()
        let cold = IdentificationService(store: store, shards: 3, workers: 1, clock: CountingClock())
        #expect(!cold.statistics().isReady && cold.statistics().persons == 0)
        try await cold.rebuild()
        _ = try await cold.enrol(Station.enrolment(1))
        let now = cold.statistics()
        #expect(now.isReady && (now.persons, now.references, now.snapshot, now.shards) == (1, 2, 1, 3))
        #expect(now.matcher == Matcher.version)
    }
}
