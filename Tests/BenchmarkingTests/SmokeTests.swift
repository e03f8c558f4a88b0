import Foundation
import TamgaBenchmarking
import TamgaEvaluation
import Testing

/// The whole benchmark at a size that takes seconds; nothing is said of its times.
@Suite struct SmokeTests {
    @Test func aSmallRunMeasuresEverythingAndAnswersAlike() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tamga-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var options = BenchOptions()
        options.makeQuick()
        (options.fingers, options.runs, options.isQuiet, options.folder) = (1_000, 1, true, folder)
        let result = try BenchRun(options).run()
        #expect(result.failures.isEmpty)
        let members = try JSONSerialization.jsonObject(with: result.json) as? [String: Any] ?? [:]
        for kind in FigureKind.required { #expect(members[kind.key] != nil, "\(kind.key)") }
        for key in ["read_ns", "s1_ns", "s1_shared16_ns", "s3_us", "b_us", "encode_us", "ten_finger_ratio"] {
            #expect((members[key] as? Double ?? 0) > 0, "\(key)")
        }
        #expect((members["result_hash"] as? String)?.count == 16)
        #expect(members["rank1_loss_points"] is NSNull)
        #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent("bench.json").path))
    }

    @Test func anImpossibleSizeIsRefused() {
        var options = BenchOptions()
        options.fingers = 1_500
        #expect(throws: BenchError.self) { try BenchRun(options).run() }
    }
}
