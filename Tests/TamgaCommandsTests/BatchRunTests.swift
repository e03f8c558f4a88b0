import Synchronization
import TamgaCommands
import TamgaWire
import Testing

/// Whole batches against a stand-in for the server.
@Suite struct BatchRunTests {
    @Test func pipelinedKeepsTheOrderAndTheBound() async throws {
        let running = Mutex((now: 0, most: 0))
        var seen: [Int] = []
        let count = await pipelined(Array(0..<100), inFlight: 4) { item in
            running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            for _ in 0..<(item * 7 % 5) { await Task.yield() }
            running.withLock { $0.now -= 1 }
            return item * 2
        } emit: { item, output in
            #expect(output == item * 2)
            seen.append(item)
            return true
        }
        #expect(seen == Array(0..<100))
        #expect(count == 100)
        #expect(running.withLock { $0.most } <= 4)
    }

    @Test func pipelinedStopsButLosesNothing() async {
        var seen: [Int] = []
        let count = await pipelined(Array(0..<100), inFlight: 4) { $0 } emit: { item, _ in
            seen.append(item)
            return item < 10
        }
        #expect(seen == Array(0..<count))
        #expect((11...100).contains(count))
    }

    @Test func probesAreAnsweredInOrder() async throws {
        let folder = try Folder(["PA_1.iso": "A", "PB_1.iso": "C", "PC_1.iso": "N", "PD_1.iso": "R", "x.txt": ""])
        let recorder = Recorder()
        let status = try await identify(folder).run(
            FakeStation(), recorder.console(isJSON: true), .stopped(at: 2))
        #expect(status == .refused)
        #expect(recorder.outLines.map { String($0.prefix(16)) } == [
            #"{"probe":"PA_1","#, #"{"probe":"PB_1","#, #"{"probe":"PC_1","#, #"{"summary":{"pro"#,
        ])
        #expect(recorder.outLines.last == Self.summary)
        #expect(recorder.err.contains("x.txt does not fit the layout"))
        #expect(recorder.err.contains(#"{"probe":"PD_1","error":{"code":"bad-template","message":"PD_1.iso: no"#))
        #expect(recorder.err.contains("rank 1 is the mate: 1 of 4 (25.000 %)"))
    }

    @Test func aLostConnectionEndsTheBatch() async throws {
        let folder = try Folder(["PA_1.iso": "A", "PB_1.iso": "L", "PC_1.iso": "C"])
        let recorder = Recorder()
        var batch = try identify(folder)
        batch.inFlight = 1
        let error = await #expect(throws: CommandError.self) {
            try await batch.run(FakeStation(), recorder.console(isJSON: false), .stopped(at: 2))
        }
        #expect(error?.status == .unreachable)
        #expect(error?.message == "stopped, 1 of 3 not tried: gone")
        #expect(recorder.err == "tamga: PB_1: connection-lost: gone\n")
        #expect(recorder.outLines == ["PA_1  PA  5.000"])
    }

    @Test func aRefusedPersonDoesNotStopAnImport() async throws {
        let folder = try Folder([
            "a_2_1.iso": "A", "a_7_1.iso": "A", "a_2_2.iso": "A", "b_2_1.iso": "R", "c_2_1.iso": "", "d_2_1.iso": "D",
        ])
        let recorder = Recorder()
        let status = try await enrol(folder).run(FakeStation(), recorder.console(isJSON: true), .stopped(at: 4))
        #expect(status == .refused)
        #expect(recorder.outLines.count == 1)
        #expect(recorder.out.hasPrefix(#"{"enrolled":2,"templates":3,"refused":[{"person":"b","files":["b_2_1.iso"],"#))
        #expect(recorder.out.contains(#""left_out":1,"seconds":4.000,"persons_per_second":0.5}"#))
        #expect(recorder.err.contains(#"{"person":"b","error":{"code":"bad-template","message":"b_2_1.iso: no"#))
        #expect(recorder.err.contains("c_2_1.iso is empty"))
        #expect(recorder.err.contains("fingers, left out: 1"))
        #expect(recorder.err.contains("1/4 persons 25 % 0.2/s") || recorder.err.contains("1/4 persons 25 % 0.3/s"))
    }

    @Test func anImportSaysWhatWasDoneBeforeTheLoss() async throws {
        let folder = try Folder(["a_2_1.iso": "A", "b_2_1.iso": "L", "c_2_1.iso": "C"])
        let recorder = Recorder()
        var batch = try enrol(folder)
        batch.inFlight = 1
        let error = await #expect(throws: CommandError.self) {
            try await batch.run(FakeStation(), recorder.console(isJSON: false), .stopped(at: 1))
        }
        #expect(error?.status == .unreachable)
        #expect(recorder.out.hasPrefix("persons enrolled: 1, with templates: 1, in 1.000 s: 1.0 persons/s; "))
        #expect(recorder.out.contains("persons failed: 1,"))
    }

    @Test func nothingToSendIsAMistake() async throws {
        let folder = try Folder(["x.txt": ""])
        let recorder = Recorder()
        let error = await #expect(throws: CommandError.self) {
            try await enrol(folder).run(FakeStation(), recorder.console(isJSON: false), .stopped(at: 1))
        }
        #expect(error?.status == .usage)
    }

    @Test func latencies() {
        var tally = IdentifyTally()
        #expect(tally.latency(0.5) == 0)
        let answer = Identified(
            candidates: [], searched: 0, gallery: 0, snapshot: 0, matcher: "m", microseconds: 0, rotation: 0)
        for seconds in [0.004, 0.001, 0.003, 0.002] { tally.add(answer, mate: "x", seconds: seconds) }
        #expect([0.5, 0.95, 1].map { tally.latency($0) } == [2, 4, 4])
        #expect(tally.rank1Share == 0)
    }

    private static let summary =
        #"{"summary":{"probes":4,"answered":3,"refused":1,"with_candidates":2,"rank1":1,"rank1_share":0.250,"#
        + #""with_hit":0,"with_wrong_hit":0,"exchanged":0,"seconds":2.000,"probes_per_second":2.0,"#
        + #""latency_milliseconds":{"p50":0.000,"p95":0.000,"max":0.000}}}"#

    private func identify(_ folder: Folder) throws -> IdentifyBatch {
        let choice = try BatchChoice(.fingerImpression)
        return IdentifyBatch(
            folder: folder.path, plan: .probes(try RecordFile.names(in: folder.path), choice, single: false),
            options: try SearchOptions(), inFlight: 16, hasSummaryLine: true)
    }

    private func enrol(_ folder: Folder) throws -> ImportBatch {
        let choice = try BatchChoice(.personFingerImpression, impressions: NumberSet("1", option: ""))
        return ImportBatch(
            folder: folder.path, plan: .persons(try RecordFile.names(in: folder.path), choice), inFlight: 16)
    }
}
