import Foundation
import TamgaIdentification
import TamgaStore
import Testing

/// A start from segment files is a start from the store, only quicker.
@Suite struct SegmentStartTests {
    /// A directory for segment files that is gone afterwards.
    private func inFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tamga-start-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    private func service(_ store: any PersonStore) -> IdentificationService {
        IdentificationService(store: store, shards: 2, workers: 2, clock: CountingClock())
    }

    /// Three persons enrolled and checkpointed, then one more, and one deleted.
    private func grown(_ folder: URL) async throws -> InMemoryStore {
        let store = InMemoryStore()
        let service = service(store)
        let outcome = try await service.rebuild(segments: folder.path)
        #expect((outcome.mapped, outcome.loaded, outcome.files) == (0, 0, 0))
        for number in 1...3 { _ = try await service.enrol(Station.enrolment(number)) }
        try await service.checkpoint()
        _ = try await service.enrol(Station.enrolment(4))
        _ = try await service.delete("person-2")
        return store
    }

    @Test func whoLiesInFilesIsNotReadAgain() async throws {
        try await inFolder { folder in
            let store = try await grown(folder)
            let (mapped, read) = (service(store), service(store))
            let outcome = try await mapped.rebuild(segments: folder.path)
            #expect((outcome.mapped, outcome.loaded, outcome.refused) == (2, 1, []))
            #expect(try await read.rebuild().loaded == 3)
            #expect(mapped.statistics() == read.statistics())
            for number in 1...4 {
                let request = IdentificationRequest(fingers: try Station.probe(number))
                let (one, other) = (try await mapped.identify(request), try await read.identify(request))
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
            let outcome = try await service.rebuild(segments: folder.path)
            #expect((outcome.mapped, outcome.loaded, outcome.refused.count) == (0, 3, files.count))
            let found = try await service.identify(IdentificationRequest(fingers: try Station.probe(3)))
            #expect(found.candidates.first?.person == "person-3")
        }
    }

    @Test func maintenanceChangesNoAnswer() async throws {
        try await inFolder { folder in
            let service = service(try await grown(folder))
            try await service.rebuild(segments: folder.path)
            let request = IdentificationRequest(fingers: try Station.probe(1))
            let before = try await service.identify(request)
            while try await service.maintain() {}
            try await service.checkpoint()
            let after = try await service.identify(request)
            #expect(before.candidates == after.candidates && before.snapshot == after.snapshot)
        }
    }
}
