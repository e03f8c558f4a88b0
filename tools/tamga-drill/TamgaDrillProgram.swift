import ArgumentParser
import TamgaDrill
import TamgaHarness

/// Shows that a backup made under load gives the same answers elsewhere; exit status 0 if it does.
@main
struct TamgaDrillProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamga-drill",
        abstract: "Backs up a server under load, restores it elsewhere and compares the answers of both.",
        discussion: "Exit status: 0 all answers equal, 1 some differ or a step failed, 2 wrong usage.")

    @Option(help: "Where persons and load come from; a random one where it is not given.")
    var seed: UInt64?
    @Option(help: "Persons enrolled, 8 to 100000.")
    var persons = 600
    @Option(help: "Searches sent to both servers, 1 to 1000000.")
    var probes = 1_000

    func validate() throws {
        guard (8...100_000).contains(persons) else {
            throw ValidationError("--persons is \(persons), allowed: 8 to 100000")
        }
        guard (1...1_000_000).contains(probes) else {
            throw ValidationError("--probes is \(probes), allowed: 1 to 1000000")
        }
    }

    func run() async throws {
        Interruption.install()
        let seed = seed ?? UInt64.random(in: 0...999_999)
        say("seed \(seed), \(persons) persons, \(probes) probes")
        let place = try Workplace(named: "tamga-drill")
        defer { place.remove() }
        let plan = DrillPlan(seed: seed, persons: persons, probes: probes)
        let isEqual = try await BackupDrill(in: place, plan) { say($0) }.run()
        say(isEqual ? "the same answers: ok" : "FAILED with seed \(seed)")
        if !isEqual { throw ExitCode.failure }
    }
}
