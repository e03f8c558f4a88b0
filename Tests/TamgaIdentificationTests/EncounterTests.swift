import TamgaIdentification
import TamgaStore
import TamgaTemplates
import Testing

/// Encounters, updates and merges: what a search finds after each, now and after a start from the store.
@Suite struct EncounterTests {
    /// Who is found for a person's fingers, with all scores.
    private func answer(
        _ service: IdentificationService, _ person: Int
    ) async throws -> (candidates: [RankedPerson], gallery: Int) {
        let found = try await service.identify(
            IdentificationRequest(fingers: try Station.probe(person), maximumCandidates: 1_000))
        return (found.candidates, found.gallery)
    }

    /// A service made anew from the same store says the same of everybody.
    private func expectARestartChangesNothing(
        _ service: IdentificationService, _ medium: InMemoryStore.Medium, _ persons: ClosedRange<Int>
    ) async throws {
        let restarted = try await IdentificationService.ready(InMemoryStore(medium), shards: 3, workers: 1)
        #expect(restarted.statistics().snapshot == service.statistics().snapshot)
        for person in persons {
            let (one, other) = (try await answer(service, person), try await answer(restarted, person))
            #expect(one.candidates == other.candidates && one.gallery == other.gallery)
        }
    }

    @Test func anEncounterIsFoundUnderItsPerson() async throws {
        let medium = InMemoryStore.Medium()
        let service = try await IdentificationService.ready(InMemoryStore(medium))
        for person in 1...4 { _ = try await service.enrol(Station.enrolment(person)) }
        // The fingers of 9 come to 2: whoever shows them later is 2.
        let change = try await service.addEncounter(
            EncounterRequest(person: "person-2", fingers: try Station.fingers(9)))
        #expect((change.sequence, change.snapshot, change.references) == (5, 5, 4))
        #expect(try await answer(service, 9).candidates.first?.person == "person-2")
        #expect(try await answer(service, 2).candidates.first?.person == "person-2")
        let known = try await service.read("person-2", includeRecords: false)
        #expect(known.encounters.map(\.number) == [2, 5] && known.sequence == 5)
        #expect(known.fingers.map(\.encounter) == [2, 2, 5, 5])
        try await expectARestartChangesNothing(service, medium, 1...9)
    }

    @Test func anUpdateForgetsWhatItReplaced() async throws {
        let medium = InMemoryStore.Medium()
        let service = try await IdentificationService.ready(InMemoryStore(medium))
        for person in 1...4 { _ = try await service.enrol(Station.enrolment(person)) }
        _ = try await service.addEncounter(EncounterRequest(person: "person-3", fingers: try Station.fingers(3)))
        let change = try await service.update(
            UpdateRequest(person: "person-3", encounter: 3, fingers: try Station.fingers(8, [.rightIndex])))
        #expect((change.sequence, change.references) == (6, 3))
        #expect(try await answer(service, 8).candidates.first?.person == "person-3")
        #expect(try await answer(service, 3).candidates.first?.person == "person-3", "by the encounter that stayed")
        _ = try await service.update(
            UpdateRequest(person: "person-3", encounter: 5, fingers: try Station.fingers(8, [.leftIndex])))
        #expect(try await answer(service, 3).candidates.first { $0.isHit } == nil)
        try await expectARestartChangesNothing(service, medium, 1...8)
    }

    @Test func aMergeLeavesOnePersonWithAllFingers() async throws {
        let medium = InMemoryStore.Medium()
        let service = try await IdentificationService.ready(InMemoryStore(medium), shards: 4)
        for person in 1...5 { _ = try await service.enrol(Station.enrolment(person)) }
        let change = try await service.merge(MergeRequest(person: "person-4", other: "person-2"))
        #expect((change.sequence, change.snapshot, change.references) == (6, 6, 4))
        for person in [2, 4] {
            let candidates = try await answer(service, person).candidates
            #expect(candidates.filter(\.isHit).map(\.person) == ["person-4"])
        }
        #expect(service.statistics().persons == 4 && service.statistics().references == 10)
        let known = try await service.read("person-4", includeRecords: false)
        #expect(known.encounters.map(\.number) == [4, 2])
        try await expectARestartChangesNothing(service, medium, 1...5)
    }

    @Test func whatCannotBeChangedIsRefusedByField() async throws {
        let service = try await IdentificationService.ready()
        for person in 1...2 { _ = try await service.enrol(Station.enrolment(person)) }
        let fingers = try Station.fingers(1)
        func refusal(_ body: () async throws -> Void) async -> [String?] {
            do {
                try await body()
                return []
            } catch {
                let error = error as? IdentificationError
                return [error?.code.rawValue, error?.field]
            }
        }
        #expect(await refusal { _ = try await service.addEncounter(.init(person: "nobody", fingers: fingers)) }
            == ["person-unknown", "person"])
        #expect(await refusal { _ = try await service.update(.init(person: "nobody", encounter: 1, fingers: fingers)) }
            == ["person-unknown", "person"])
        let unknown = UpdateRequest(person: "person-1", encounter: 2, fingers: fingers)
        #expect(await refusal { _ = try await service.update(unknown) }
            == ["encounter-unknown", "encounter"])
        #expect(await refusal { _ = try await service.merge(.init(person: "person-1", other: "nobody")) }
            == ["person-unknown", "other"])
        #expect(await refusal { _ = try await service.merge(.init(person: "nobody", other: "person-1")) }
            == ["person-unknown", "person"])
        #expect(await refusal { _ = try await service.merge(.init(person: "person-1", other: "person-1")) }
            == ["limit-exceeded", "other"])
        #expect(await refusal { _ = try await service.merge(.init(person: "person-1", other: "қ")) }
            == ["bad-person", "other"])
        #expect(service.statistics().snapshot == 2)
    }

    /// 160 views of one person, over all encounters.
    @Test func aPersonHasAtMostSoManyViews() async throws {
        let service = try await IdentificationService.ready()
        let forty = try (0..<40).map { try Station.finger(1, .rightIndex, impression: $0 % 4) }
        _ = try await service.enrol(EnrolmentRequest(person: "p", fingers: forty))
        for _ in 0..<3 { _ = try await service.addEncounter(EncounterRequest(person: "p", fingers: forty)) }
        let one = EncounterRequest(person: "p", fingers: [forty[0]])
        await #expect { try await service.addEncounter(one) } throws: {
            ($0 as? IdentificationError)?.code == .limitExceeded
        }
        #expect(service.statistics().references == 160)
    }

    @Test func aDeletionGivesAReceiptThatTheStoreConfirms() async throws {
        let store = InMemoryStore()
        let service = try await IdentificationService.ready(store)
        _ = try await service.enrol(Station.enrolment(1))
        _ = try await service.enrol(Station.enrolment(2))
        let receipts = [try await service.delete("person-1").receipt, try await service.delete("person-2").receipt]
        #expect(receipts[0].salt != receipts[1].salt)
        #expect(try store.deletions(after: 0, limit: 9).map(\.chain) == receipts.map(\.chain))
    }
}
