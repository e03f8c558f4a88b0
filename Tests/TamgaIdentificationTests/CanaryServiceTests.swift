import TamgaGallery
import TamgaIdentification
import TamgaRegistry
import TamgaTemplates
import Testing

/// What a shard that fails its test means for those who ask.
@Suite struct CanaryServiceTests {
    private static let fingers: [FingerPosition] = [.rightIndex, .rightMiddle, .leftIndex, .leftMiddle]

    private static func canary(_ person: Int, probes: ClosedRange<Int> = 1...3, of other: Int? = nil) -> Canary {
        func impression(_ person: Int, _ number: Int) -> [Canary.Finger] {
            fingers.map { Canary.Finger($0, Station.template(person, $0, impression: number)) }
        }
        return Canary(reference: impression(person, 0), probes: probes.map { impression(other ?? person, $0) })
    }

    @Test func everyProbeFindsTheCanaryOfItsShard() async throws {
        let service = try await IdentificationService.ready()
        for person in 0..<6 { _ = try await service.enrol(Station.enrolment(person)) }
        let flock = try await CanaryFlock(shards: 2) { Self.canary(900 + $0) }
        for shard in 0..<2 {
            for probe in 0..<7 { #expect(try await service.sight(flock, in: shard, probe: probe).isFound) }
        }
        #expect(service.statistics().persons == 6)
    }

    @Test func aCanaryThatIsHardToFindIsNone() async throws {
        let error = await #expect(throws: CanaryError.self) {
            try await CanaryFlock(shards: 2) { Self.canary(900 + $0, of: $0 == 1 ? 950 : nil) }
        }
        #expect(error?.shard == 1)
        await #expect(throws: CanaryError.self) {
            try await CanaryFlock(shards: 1) { _ in Canary(reference: [], probes: []) }
        }
    }

    @Test func nobodyIsNewOnTheWordOfAFencedShard() async throws {
        let service = try await Registry().start()
        let known = try #require(try await service.register(Officer.request(1)).person)
        for shard in 0..<2 { try service.fence(shard, true) }
        let stranger = try await service.register(Officer.request(2))
        #expect((stranger.outcome, stranger.verdict) == (.notRegistered, .inconclusive))
        #expect(stranger.doubts == [.coverage] && stranger.search?.notCompared == 1)
        let again = try await service.register(Officer.request(1, impression: 1))
        #expect(again.person == known)
        for shard in 0..<2 { try service.fence(shard, false) }
        #expect(try await service.register(Officer.request(2)).outcome == .registered)
    }

    @Test func anIdentificationSaysWhomItCannotSpeakFor() async throws {
        let service = try await IdentificationService.ready()
        for person in 0..<6 { _ = try await service.enrol(Station.enrolment(person)) }
        let request = IdentificationRequest(fingers: try Station.probe(3))
        #expect(try await service.identify(request).fencedPersons == 0)
        for shard in 0..<2 { try service.fence(shard, true) }
        let answer = try await service.identify(request)
        #expect((answer.fencedPersons, answer.searched, answer.gallery) == (6, 0, 12))
        #expect(answer.candidates.first?.person == Station.name(3) && answer.candidates.first?.isHit == true)
    }

    @Test func beforeTheGalleryIsThereNobodyIsSought() async throws {
        let service = IdentificationService(
            store: FailingStore(), shards: 1, workers: 1, clock: CountingClock())
        let flock = try await CanaryFlock(shards: 1) { Self.canary(900 + $0) }
        let code = await IdentificationError.Code.thrown { _ = try await service.sight(flock, in: 0, probe: 0) }
        #expect(code == .notReady)
    }
}
