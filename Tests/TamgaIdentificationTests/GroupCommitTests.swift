import Dispatch
import Synchronization
import TamgaCrypto
import TamgaIdentification
import TamgaRegistry
import TamgaStore
import TamgaTemplates
import Testing

/// Changes that arrive together share a transaction, and each is answered for itself.
@Suite struct GroupCommitTests {
    @Test func whatArrivesWhileTheStoreWorksSharesATransaction() async throws {
        let store = SlowStore()
        let service = try await IdentificationService.ready(store)
        let requests = try (0..<12).map { try Station.enrolment($0) }
        store.hold()
        let sequences = try await withThrowingTaskGroup(of: UInt64.self) { group in
            for request in requests { group.addTask { try await service.enrol(request).sequence } }
            // The first turn is held by the store; the others come meanwhile.
            try await store.waitUntilHeld()
            try await Task.sleep(for: .milliseconds(300))
            store.release()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sequences.sorted() == Array(1...12))
        #expect(store.batches.reduce(0, +) == 12)
        #expect(store.batches.count < 12, "\(store.batches)")
        #expect(service.statistics().persons == 12 && service.statistics().snapshot == 12)
    }

    @Test func oneAtATimeWhereItIsSetSo() async throws {
        let store = SlowStore()
        var parameters = IdentificationParameters()
        parameters.changesPerCommit = 1
        let service = try await IdentificationService.ready(store, parameters: parameters)
        let requests = try (0..<6).map { try Station.enrolment($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for request in requests { group.addTask { _ = try await service.enrol(request) } }
            try await group.waitForAll()
        }
        #expect(store.batches == Array(repeating: 1, count: 6))
    }

    /// Of many stations that enrol one name at the same instant exactly one succeeds.
    @Test func oneNameIsEnrolledOnce() async throws {
        let service = try await IdentificationService.ready(SlowStore())
        let outcomes = await withTaskGroup(of: String.self) { group in
            for person in 0..<8 {
                group.addTask {
                    do {
                        var request = try Station.enrolment(person)
                        request.person = "the-one"
                        _ = try await service.enrol(request)
                        return "enrolled"
                    } catch { return (error as? IdentificationError)?.code.rawValue ?? "\(error)" }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.sorted() == ["enrolled"] + Array(repeating: "person-exists", count: 7))
    }

    /// The transaction fails as a whole for want of room: each is tried alone, and only the large one is refused.
    @Test func nobodyIsRefusedForSomebodyElsesSake() async throws {
        let store = SlowStore(refusing: "person-3")
        let service = try await IdentificationService.ready(store)
        let requests = try (0..<6).map { try Station.enrolment($0) }
        store.hold()
        let refused: [String] = try await withThrowingTaskGroup(of: String?.self) { group in
            for request in requests {
                group.addTask {
                    do {
                        _ = try await service.enrol(request)
                        return nil
                    } catch { return request.person }
                }
            }
            try await store.waitUntilHeld()
            try await Task.sleep(for: .milliseconds(300))
            store.release()
            return try await group.reduce(into: []) { if let person = $1 { $0.append(person) } }
        }
        #expect(refused == ["person-3"])
        #expect(service.statistics().persons == 5)
    }

    /// Two stations work on the same persons: every change is made on what the one before it left.
    @Test func changesOfOnePersonKeepTheirOrder() async throws {
        let medium = InMemoryStore.Medium()
        let service = try await IdentificationService.ready(InMemoryStore(medium))
        for person in 0..<2 { _ = try await service.enrol(Station.enrolment(person)) }
        let fingers = try Station.fingers(5, [.rightThumb])
        let numbers = try await withThrowingTaskGroup(of: UInt64.self) { group in
            for turn in 0..<20 {
                group.addTask {
                    let request = EncounterRequest(person: Station.name(turn % 2), fingers: fingers)
                    return try await service.addEncounter(request).sequence
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(numbers.sorted() == Array(3...22))
        let store = InMemoryStore(medium)
        let encounters = try (0..<2).map { try store.read(PersonID(Station.name($0)))?.encounters.map(\.number) ?? [] }
        #expect(encounters.map(\.count) == [11, 11])
        #expect(encounters.allSatisfy { $0 == $0.sorted() })
        #expect(service.statistics().references == 24)
    }

    @Test func beyondItsCeilingTheGalleryTakesNobodyAndGoesOn() async throws {
        var parameters = IdentificationParameters()
        parameters.galleryBytes = 1 << 20
        let service = try await IdentificationService.ready(parameters: parameters)
        var enrolled = 0
        var refusal: IdentificationError?
        while refusal == nil, enrolled < 2_000 {
            do throws(IdentificationError) {
                _ = try await service.enrol(Station.cheapEnrolment(enrolled))
                enrolled += 1
            } catch { refusal = error }
        }
        #expect(refusal?.code == .galleryFull)
        #expect(refusal?.limit == "1048576 bytes")
        #expect(refusal?.message.contains("bytes") == true)
        #expect(enrolled > 50)
        let statistics = service.statistics()
        #expect(statistics.persons == enrolled)
        // Searches, deletions and merges go on.
        let probe = IdentificationRequest(fingers: Station.cheapEnrolment(7).fingers)
        #expect(try await service.identify(probe).searched == enrolled)
        _ = try await service.delete(Station.name(3))
        _ = try await service.merge(MergeRequest(person: Station.name(5), other: Station.name(6)))
        _ = try await service.update(
            UpdateRequest(person: Station.name(9), encounter: 10, fingers: Station.cheapEnrolment(9).fingers))
        #expect(service.statistics().persons == enrolled - 2)
    }

    /// Time running backwards changes nothing of the order of changes.
    @Test func aClockThatGoesBackwardsOnlyMakesDatesStrange() async throws {
        let store = InMemoryStore()
        let service = IdentificationService(store: store, shards: 2, workers: 2, clock: BackwardsClock())
        try await service.rebuild()
        var sequences: [UInt64] = []
        for person in 0..<4 { sequences.append(try await service.enrol(Station.enrolment(person)).sequence) }
        let answer = try await service.enrol(Station.enrolment(4))
        #expect(sequences == [1, 2, 3, 4] && answer.microseconds == 0)
        let receipt = try await service.delete(Station.name(0)).receipt
        let times = try store.all().map(\.enrolledAt)
        #expect(times == times.sorted(by: >))
        #expect(receipt.deletedAt < times[0])
        #expect(try await service.read(Station.name(2), includeRecords: false).sequence == 3)
        let restarted = IdentificationService(store: store, shards: 2, workers: 2, clock: BackwardsClock())
        #expect(try await restarted.rebuild().loaded == 4)
        #expect(try await restarted.enrol(Station.enrolment(9)).sequence == 7)
    }
}

/// Every look at it is earlier than the one before.
private final class BackwardsClock: WallClock {
    private let looks = Mutex<UInt64>(1 << 40)

    func millisecondsSince1970() -> Int64 { Int64(monotonicMicroseconds()) }

    func monotonicMicroseconds() -> UInt64 {
        looks.withLock {
            $0 -= 1_000
            return $0
        }
    }
}

extension PersonStore {
    fileprivate func all() throws(StoreError) -> [PersonRecord] {
        var persons: [PersonRecord] = []
        try scan { person throws(StoreError) in persons.append(person) }
        return persons
    }
}
