import TamgaIdentification
import TamgaRegistry
import TamgaTemplates
import Testing

/// Changes that wait for the same turn: the later one knows of the earlier one all the same.
@Suite struct SameBatchTests {
    private static let right: [FingerPosition] = [.rightThumb, .rightIndex, .rightMiddle, .rightRing]
    private static let left: [FingerPosition] = [.leftThumb, .leftIndex, .leftMiddle, .leftRing]

    private static func ban(_ person: String) throws -> RegistryRequest {
        let from = try CalendarDate("2026-03-01")
        let removal = Removal(
            kind: .expulsion, ground: "article 517", date: from, ban: try EntryBan(from: from, until: nil))
        return RegistryRequest(author: Officer.border, person: person, .removal(removal))
    }

    /// Has both wait, in this order, while the store is busy with somebody else; then lets them be made.
    private func wait(
        _ store: SlowStore, _ service: IdentificationService, first: @escaping @Sendable () async throws -> Void,
        second: @escaping @Sendable () async throws -> Void
    ) async throws {
        store.hold()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { _ = try await service.enrol(Station.enrolment(90)) }
            try await store.waitUntilHeld()
            for (count, change) in [first, second].enumerated() {
                group.addTask { try await change() }
                while service.load().changesWaiting <= count { try await Task.sleep(for: .milliseconds(1)) }
            }
            store.release()
            try await group.waitForAll()
        }
    }

    private func service(_ store: SlowStore) async throws -> IdentificationService {
        let service = IdentificationService(
            store: store, shards: 2, workers: 2, clock: try SetClock("2026-03-01"))
        try await service.rebuild()
        return service
    }

    @Test func whoIsBannedIsKnownToTheNextEnrolment() async throws {
        let store = SlowStore()
        let service = try await service(store)
        let number = try #require(try await service.register(Officer.request(1)).person)
        let alias = EnrolmentRequest(person: "alias", fingers: try Station.probe(1, Officer.fourFingers))
        let ban = try Self.ban(number)
        try await wait(
            store, service, first: { _ = try await service.record(ban) },
            second: { _ = try await service.enrol(alias) })
        #expect(try service.alerts(of: .nationalSecurity).map(\.alert.person) == ["alias"])
    }

    /// Fingers that somebody banned is given are looked for from then on, too.
    @Test func newFingersOfSomebodyBannedAreKnownToTheNextEnrolment() async throws {
        let store = SlowStore()
        let service = try await service(store)
        let number = try #require(try await service.register(Officer.request(1, Self.right)).person)
        _ = try await service.record(Self.ban(number))
        let more = EncounterRequest(person: number, fingers: try Station.fingers(1, Self.left))
        let alias = EnrolmentRequest(person: "alias", fingers: try Station.probe(1, Self.left))
        try await wait(
            store, service, first: { _ = try await service.addEncounter(more) },
            second: { _ = try await service.enrol(alias) })
        #expect(try service.alerts(of: .nationalSecurity).map(\.alert.person) == ["alias"])
    }
}
