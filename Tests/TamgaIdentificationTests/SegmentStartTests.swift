import Foundation
import TamgaCrypto
import TamgaGallery
import TamgaIdentification
import TamgaStore
import Testing

/// A start from segment files is a start from the store, only quicker.
@Suite struct SegmentStartTests {
    private let key: SecretKey

    init() throws { key = try SecretKey.generate() }

    private func service(_ store: any PersonStore) -> IdentificationService {
        IdentificationService(store: store, shards: 2, workers: 2, clock: CountingClock())
    }

    /// Three persons enrolled and checkpointed, then one more, and one deleted.
    fileprivate func grown(_ folder: URL) async throws -> InMemoryStore {
        let store = InMemoryStore()
        let service = service(store)
        let outcome = try await service.rebuild(segments: folder.path, segmentKey: key)
        #expect((outcome.restored, outcome.loaded, outcome.files) == (0, 0, 0))
        for number in 1...3 { _ = try await service.enrol(Station.enrolment(number)) }
        try await service.checkpoint()
        _ = try await service.enrol(Station.enrolment(4))
        _ = try await service.delete("person-2")
        return store
    }

    @Test func whoLiesInFilesIsNotReadAgain() async throws {
        try await inFolder { folder in
            let store = try await grown(folder)
            let (restored, read) = (service(store), service(store))
            let outcome = try await restored.rebuild(segments: folder.path, segmentKey: key)
            #expect((outcome.restored, outcome.loaded, outcome.refused) == (2, 1, []))
            #expect(try await read.rebuild().loaded == 3)
            #expect(restored.statistics() == read.statistics())
            for number in 1...4 {
                let request = IdentificationRequest(fingers: try Station.probe(number))
                let (one, other) = (try await restored.identify(request), try await read.identify(request))
                #expect(one.candidates == other.candidates && one.searched == other.searched)
                #expect((one.candidates.first?.person == "person-\(number)") == (number != 2))
            }
        }
    }

    @Test func aDamagedFileIsNamedAndTheStoreIsReadInstead() async throws {
        try await inFolder { folder in
            let store = try await grown(folder)
            let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            for file in files {
                var bytes = try Data(contentsOf: file)
                bytes[bytes.count / 2] ^= 1
                try bytes.write(to: file)
            }
            let service = service(store)
            let outcome = try await service.rebuild(segments: folder.path, segmentKey: key)
            #expect((outcome.restored, outcome.loaded, outcome.refused.count) == (0, 3, files.count))
            let found = try await service.identify(IdentificationRequest(fingers: try Station.probe(3)))
            #expect(found.candidates.first?.person == "person-3")
        }
    }

    @Test func maintenanceChangesNoAnswer() async throws {
        try await inFolder { folder in
            let service = service(try await grown(folder))
            try await service.rebuild(segments: folder.path, segmentKey: key)
            let request = IdentificationRequest(fingers: try Station.probe(1))
            let before = try await service.identify(request)
            while try await service.maintain() {}
            try await service.checkpoint()
            let after = try await service.identify(request)
            #expect(before.candidates == after.candidates && before.snapshot == after.snapshot)
        }
    }

    @Test func filesOfAnotherKeyAreNamedAndTheStoreIsReadInstead() async throws {
        try await inFolder { folder in
            let service = service(try await grown(folder))
            let outcome = try await service.rebuild(segments: folder.path, segmentKey: SecretKey.generate())
            #expect((outcome.restored, outcome.loaded) == (0, 3))
            #expect(!outcome.refused.isEmpty && outcome.refused.allSatisfy { $0.hasSuffix(".segment: doesNotOpen") })
            let found = try await service.identify(IdentificationRequest(fingers: try Station.probe(3)))
            #expect(found.candidates.first?.person == "person-3")
        }
    }

    /// An old copy of the store, or one that lost its last changes: it would give numbers again that the files know.
    @Test func aStoreOlderThanItsFilesDoesNotStart() async throws {
        try await inFolder { folder in
            let store = try await grown(folder)
            let older = InMemoryStore()
            for number in 1...2 { _ = try await Self.enrolled(number, in: older) }
            let service = service(older)
            await #expect { try await service.rebuild(segments: folder.path, segmentKey: key) } throws: { error in
                guard let error = error as? IdentificationError else { return false }
                return error.code == .storageFailed && error.message.contains("ends with change 2,")
                    && error.message.contains("hold change 3:") && error.message.contains("restore the newer store")
                    && !error.description.contains("person-")
            }
            #expect(!service.statistics().isReady)
            // Nothing was removed: with the right store, or one that ends where the files do, they are used.
            #expect(try await self.service(store).rebuild(segments: folder.path, segmentKey: key).restored == 2)
            _ = try await Self.enrolled(3, in: older)
            #expect(try await service.rebuild(segments: folder.path, segmentKey: key).restored == 3)
            // Without the files any store starts.
            let lone = self.service(InMemoryStore())
            try FileManager.default.removeItem(at: folder)
            #expect(try await lone.rebuild(segments: folder.path, segmentKey: key).restored == 0)
        }
    }

    private static func enrolled(_ number: Int, in store: InMemoryStore) async throws {
        let service = IdentificationService(store: store, shards: 1, workers: 1, clock: CountingClock())
        try await service.rebuild()
        _ = try await service.enrol(Station.enrolment(number))
    }

    @Test func whoIsDeletedIsErasedFromTheFiles() async throws {
        try await inFolder { folder in
            let store = InMemoryStore()
            let service = IdentificationService(store: store, shards: 1, workers: 2, clock: CountingClock())
            try await service.rebuild(segments: folder.path, segmentKey: key)
            for number in 1...8 { _ = try await service.enrol(Station.enrolment(number)) }
            try await service.checkpoint()
            let cipher = SealedSegments(key: key)
            #expect(try Opened.holds("person-2", in: folder, cipher))
            _ = try await service.delete("person-2")
            try await service.checkpoint()
            #expect(try Opened.holds("person-2", in: folder, cipher), "an eighth is no reason to write it anew")
            #expect(try await !service.erase(atMost: 0))
            let request = IdentificationRequest(fingers: try Station.probe(7))
            let before = try await service.identify(request)
            #expect(try await service.erase(atMost: 1))
            #expect(try await service.identify(request).candidates == before.candidates)
            #expect(try !Opened.holds("person-2", in: folder, cipher))
            #expect(try Opened.holds("person-7", in: folder, cipher))
            let outcome = try await self.service(store).rebuild(segments: folder.path, segmentKey: key)
            #expect(outcome.refused.count == 1, "of one shard, not of two")
        }
    }
}

/// A directory for segment files that is gone afterwards.
func inFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tamga-start-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
}
