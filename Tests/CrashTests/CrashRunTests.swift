import Foundation
import TamgaCrashPoints
import TamgaCrashing
import TamgaHarness
import Testing

/// The crash test of `make crash-test`, a few rounds of it; each crash point of a loaded server once.
@Suite struct CrashRunTests {
    @Test func nothingAnsweredIsLost() async throws {
        let place = try Workplace(named: "tamga-crash-rounds")
        defer { place.remove() }
        var options = CrashRun.Options()
        // Every second round is one of a crash point, all of them in turn.
        options.rounds = 2 * 11 + 1
        options.seed = 20_261_126
        var run = try CrashRun(options, in: place)
        let summary = try await run.run()
        #expect(summary.findings == [])
        #expect(summary.answered > 100, "\(summary.text)")
        let missed = Set(summary.missed).subtracting([.segmentRemoved, .logEmptied])
        #expect(missed.isEmpty, "\(summary.text)")
    }

    /// The audit is worth something: an older state in the place of the newest is found out.
    @Test func aStoreThatWentBackIsFoundOut() async throws {
        let place = try Workplace(named: "tamga-crash-back")
        defer { place.remove() }
        var options = CrashRun.Options()
        (options.rounds, options.seed) = (4, 3)
        let copy = place.directory.appendingPathComponent("copy")
        options.afterRound = { round, data in
            if round == 2 { try FileManager.default.copyItem(at: data, to: copy) }
            guard round == 4 else { return }
            try FileManager.default.removeItem(at: data)
            try FileManager.default.moveItem(at: copy, to: data)
        }
        var run = try CrashRun(options, in: place)
        let summary = try await run.run()
        #expect(summary.findings.contains { $0.contains("answered") }, "\(summary.text)")
    }
}
