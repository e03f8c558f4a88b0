import Foundation
import Logging
import ServiceLifecycle
import TamgaCrypto
import TamgaIdentification
import TamgaServer
import TamgaStore
import TamgaTemplates
import Testing

/// The keeper erases deleted persons from the segment files, now and then and at the end.
@Suite(.timeLimit(.minutes(2))) struct KeeperTests {
    private static func enrolment(_ number: Int) throws -> EnrolmentRequest {
        // Spread over the finger, so that it is fit to be enrolled.
        let minutiae = (0..<30).map { index -> Minutia in
            let place = (index * 7_919 + number * 104_729) % 30_000
            return Minutia(
                x: Int16(40 + 11 * (index % 6) * 4 + place % 13), y: Int16(40 + 60 * (index / 6) + place % 17),
                angle: UInt8((place + 37 * index) % 256), kind: .ending, quality: 60)
        }
        let template = FingerTemplate(position: .rightIndex, width: 400, height: 500, minutiae: minutiae)
        return EnrolmentRequest(
            person: "person-\(number)",
            fingers: [
                FingerSubmission(
                    format: TemplateFormat.iso2005.rawValue, record: try ISO19794_2_2005.encode([template])),
            ])
    }

    /// Eight persons in one file, one of whom is deleted: too few to have it written anew for the room.
    private func run(
        erasureInterval: Duration, _ body: @escaping @Sendable (URL, Data) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tamga-keeper-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        var parameters = IdentificationParameters()
        parameters.enrolmentQuality = .flag
        let service = IdentificationService(
            store: InMemoryStore(), shards: 1, workers: 1, clock: TestClock(), parameters: parameters)
        try await service.rebuild(segments: folder.path, segmentKey: SecretKey.generate())
        for number in 1...8 { _ = try await service.enrol(Self.enrolment(number)) }
        try await service.checkpoint()
        let file = folder.appendingPathComponent("0-0.segment")
        let before = try Data(contentsOf: file)
        _ = try await service.delete("person-3")
        let keeper = GalleryKeeper(
            service: service, logger: .silent, rest: .seconds(3_600), erasureInterval: erasureInterval)
        let services = ServiceGroup(services: [keeper], logger: .silent)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await services.run() }
            try await body(file, before)
            await services.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        #expect(try Self.isErased(file, before))
    }

    private static func isErased(_ file: URL, _ before: Data) throws -> Bool {
        let now = try? Data(contentsOf: file)
        return now.map { $0 != before && $0.count < before.count } ?? true
    }

    @Test func erasesAtAnInterval() async throws {
        try await run(erasureInterval: .milliseconds(1)) { file, before in
            try await eventually("the file is written anew") { try Self.isErased(file, before) }
        }
    }

    @Test func erasesAtTheEnd() async throws {
        try await run(erasureInterval: .seconds(3_600)) { file, before in
            let isErased = try Self.isErased(file, before)
            #expect(!isErased)
        }
    }
}
