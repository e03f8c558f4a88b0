import ArgumentParser
import Foundation
import TamgaBenchmarking

/// `tamga-bench`: every figure of docs/PERFORMANCE.md, from one process and one set of fingers.
@main
struct TamgaBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamga-bench",
        abstract: "Measures the search; exit status 1 where answers differ or a threshold is exceeded.")

    @Option(help: "Fingers of the largest gallery, a multiple of 1000; default: 1000000.")
    var fingers: Int?
    @Option(help: "Real probes whose rank is looked at; default: 300.")
    var probes: Int?
    @Option(help: "Turns of each measurement; default: 5.")
    var runs: Int?
    @Option(help: "Seed of the distractors and of every choice.")
    var seed: UInt64?
    @Option(help: "Folder that holds the real sets; default: TAMGA_DATA, then ../shared/data.")
    var data: String?
    @Option(help: "Folder for distractors and results.")
    var output = ".bench"
    @Option(help: "A further file to write the JSON to.")
    var copy: String?
    @Option(help: "File of thresholds.")
    var thresholds: String?
    @Flag(help: "Writes the counters of this build into the file of thresholds instead of comparing with it.")
    var recordThresholds = false
    @Flag(help: "Ten thousand fingers and few turns: seconds, to see that it works.")
    var quick = false
    @Flag(help: "Only the ranks of real mates.")
    var ranks = false
    @Flag(help: "JSON instead of the table.")
    var json = false
    @Flag(help: "No progress.")
    var quiet = false
    @Flag(help: "How alike the distractors are to real fingers and to each other, instead of the benchmark.")
    var distractors = false
    @Flag(help: "Where real mates stand after S1 and S3, instead of the benchmark: what the widths are chosen by.")
    var penetration = false

    func run() throws {
        let options = options()
        if distractors {
            print(try DistractorCheck(options).table())
            return
        }
        if penetration {
            print(try Penetration(options).table())
            return
        }
        let result = try BenchRun(options).run()
        if let copy { try result.json.write(to: URL(fileURLWithPath: copy)) }
        // Not through print, whose buffer would be written after what is said on standard error.
        FileHandle.standardOutput.write(json ? result.json : Data((result.table + "\n").utf8))
        for failure in result.failures { complain(failure) }
        if !result.failures.isEmpty { throw ExitCode.failure }
    }

    private func options() -> BenchOptions {
        var options = BenchOptions()
        if quick { options.makeQuick() }
        options.fingers = fingers ?? options.fingers
        options.probes = probes ?? options.probes
        options.runs = runs ?? options.runs
        options.seed = seed ?? options.seed
        options.data = dataFolder
        options.folder = URL(fileURLWithPath: output)
        options.thresholds = thresholds.map { URL(fileURLWithPath: $0) }
        options.recordsThresholds = recordThresholds
        options.isQuiet = quiet
        options.onlyRanks = ranks
        return options
    }

    private var dataFolder: URL? {
        let path = data ?? ProcessInfo.processInfo.environment["TAMGA_DATA"] ?? "../shared/data"
        guard FileManager.default.fileExists(atPath: path) else {
            complain("no real templates at \(path): all distractors are synthetic, which is known to be too easy")
            return nil
        }
        return URL(fileURLWithPath: path)
    }

    private func complain(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}
