import Synchronization
import TamgaIdentification
import TamgaRegistry
import TamgaStore
import TamgaTemplates
import Testing

@Suite struct StoreFaultTests {
    private let full = StoreError(.full, "no space is left")

    @Test func whatTheStoreRefusesLeavesTheGalleryAlone() async throws {
        let store = FailingStore()
        let service = try await IdentificationService.ready(store)
        _ = try await service.enrol(Station.enrolment(1))
        let probe = IdentificationRequest(fingers: try Station.probe(1))
        let before = try await service.identify(probe)

        store.fail(.enrol, with: full)
        store.fail(.delete, with: full)
        let request = try Station.enrolment(2)
        await #expect { try await service.enrol(request) } throws: {
            ($0 as? IdentificationError)?.code == .storageFailed
        }
        await #expect { try await service.delete("person-1") } throws: {
            ($0 as? IdentificationError)?.message.contains("no space is left") ?? false
        }
        let after = try await service.identify(probe)
        #expect(after.candidates == before.candidates)
        #expect((after.snapshot, after.gallery) == (before.snapshot, before.gallery))

        store.fail(.enrol, with: nil)
        store.fail(.delete, with: nil)
        try await #expect(service.enrol(request).sequence == 2)
        try await #expect(service.delete("person-1").sequence == 3)
        #expect(service.statistics().persons == 1)
    }

    @Test func aStoreThatCannotBeReadSaysSo() async throws {
        let store = FailingStore()
        let service = try await IdentificationService.ready(store)
        _ = try await service.enrol(Station.enrolment(1))
        store.fail(.read, with: StoreError(.corrupt, "checksum"))
        await #expect { try await service.read("person-1", includeRecords: false) } throws: {
            ($0 as? IdentificationError)?.code == .storageFailed
        }
    }

    @Test(arguments: [FailingStore.Call.counts, .scan])
    func aFailedRebuildLeavesTheServiceAsItWas(call: FailingStore.Call) async throws {
        let store = FailingStore()
        let service = try await IdentificationService.ready(store)
        _ = try await service.enrol(Station.enrolment(1))
        store.fail(call, with: StoreError(.ioFailed, "no answer"))
        await #expect { try await service.rebuild() } throws: {
            ($0 as? IdentificationError)?.code == .storageFailed
        }
        #expect(service.statistics().persons == 1)
        let cold = IdentificationService(store: store, shards: 1, workers: 1, clock: CountingClock())
        await #expect { try await cold.rebuild() } throws: {
            ($0 as? IdentificationError)?.code == .storageFailed
        }
        #expect(!cold.statistics().isReady)
    }

    @Test func anUnreadableStoredRecordIsNamedAndNothingIsSkipped() async throws {
        let store = InMemoryStore()
        let good = StoredRecord(position: nil, format: Station.iso, bytes: try Station.finger(1, .rightIndex).record)
        let bad = StoredRecord(position: nil, format: Station.iso, bytes: [1, 2, 3])
        for index in 1...3 {
            let records = index == 2 ? [good, bad] : [good]
            _ = try store.enrol(person: PersonID("secret-\(index)"), records: records, enrolledAt: 0)
        }
        let service = IdentificationService(store: store, shards: 2, workers: 2, clock: CountingClock())
        await #expect { try await service.rebuild() } throws: { error in
            let error = error as? IdentificationError
            return error?.code == .storageFailed && error?.message.contains("record 1 of change 2") ?? false
                && !(error?.description.contains("secret") ?? true)
        }
        #expect(!service.statistics().isReady)
    }

    @Test func aRebuiltGalleryAnswersLikeTheOneBefore() async throws {
        let medium = InMemoryStore.Medium()
        let service = try await IdentificationService.ready(InMemoryStore(medium), shards: 3)
        for person in 0..<12 { _ = try await service.enrol(Station.enrolment(person)) }
        for person in [0, 5, 11] { _ = try await service.delete(Station.name(person)) }
        _ = try await service.enrol(Station.enrolment(5))

        let reports = Mutex<[RebuildProgress]>([])
        let restarted = IdentificationService(
            store: InMemoryStore(medium), shards: 2, workers: 1, clock: CountingClock())
        try await restarted.rebuild { progress in reports.withLock { $0.append(progress) } }
        let counts = reports.withLock { $0.map { [$0.persons, $0.totalPersons, $0.references] } }
        #expect(counts.first == [0, 10, 0] && counts.last == [10, 10, 20])

        for person in [1, 5, 11, 99] {
            let request = IdentificationRequest(fingers: try Station.probe(person), maximumCandidates: 1_000)
            let then = try await service.identify(request)
            let now = try await restarted.identify(request)
            #expect(then.candidates == now.candidates && then.searched == now.searched)
            #expect((then.gallery, then.snapshot) == (now.gallery, now.snapshot))
        }
        #expect(restarted.statistics().snapshot == 16, "the snapshot's number is the store's count of changes")
        let next = try await restarted.enrol(Station.enrolment(50))
        #expect(next.snapshot == next.sequence)
    }
}
