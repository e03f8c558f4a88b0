import ArgumentParser
import Foundation
import TamgaCrashing
import TamgaHarness

/// `make crash-test`: ends with status 1 where anything that was answered is not so.
@main
struct TamgaCrash: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamga-crash",
        abstract: "Kills a server under load again and again and holds what is left against what it answered.")

    @Option(help: "Lives of the server, 1 to 100000.")
    var rounds = 200
    @Option(help: "Connections that change and search, 1 to 16.")
    var stations = 4
    @Option(help: "What all plans follow from; a random one where it is not given.")
    var seed: UInt64?
    @Flag(help: "Leave the data directory and the logs where they are, also where all is well.")
    var keep = false

    func validate() throws {
        guard (1...100_000).contains(rounds) else { throw ValidationError("--rounds: 1 to 100000") }
        guard (1...16).contains(stations) else { throw ValidationError("--stations: 1 to 16") }
    }

    func run() async throws {
        Interruption.install()
        let place = try Workplace(named: "tamga-crash")
        var options = CrashRun.Options()
        (options.rounds, options.stations) = (rounds, stations)
        options.seed = seed ?? UInt64.random(in: 1...999_999_999)
        say("seed \(options.seed): \(rounds) rounds, \(stations) stations")
        let isWell = try await run(options, in: place)
        if isWell, !keep { place.remove() } else { say("data, keys and logs: \(place.directory.path)") }
        guard isWell else { throw ExitCode.failure }
    }

    private func run(_ options: CrashRun.Options, in place: Workplace) async throws -> Bool {
        do {
            var run = try CrashRun(options, in: place) { say($0) }
            let summary = try await run.run()
            say(summary.text)
            return summary.findings.isEmpty
        } catch {
            say("FAILED: \(error); run again with --seed \(options.seed)")
            return false
        }
    }
}
