import ArgumentParser
import Foundation
import TamgaHarness
import TamgaRegistering

/// `make register-test`: ends with status 1 where anybody was registered twice, not at all, or not told who.
@main
struct TamgaRegisterTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamga-register-test",
        abstract: "Registers the same persons at many stations at once, without and with kills of the server.")

    @Option(help: "Persons, 1 to 100000.")
    var persons = 500
    @Option(help: "Stations at once, 1 to 64.")
    var stations = 8
    @Option(help: "Kills of the server in the second run, 0 to 10000; 0 leaves that run out.")
    var kills = 40
    @Option(help: "What the persons and the kills follow from; a random one where it is not given.")
    var seed: UInt64?
    @Flag(help: "Leave the data and the logs where they are, also where all is well.")
    var keep = false

    func validate() throws {
        guard (1...100_000).contains(persons) else { throw ValidationError("--persons: 1 to 100000") }
        guard (1...64).contains(stations) else { throw ValidationError("--stations: 1 to 64") }
        guard (0...10_000).contains(kills) else { throw ValidationError("--kills: 0 to 10000") }
    }

    func run() async throws {
        Interruption.install()
        let place = try Workplace(named: "tamga-register-test")
        var options = RegistrationRun.Options()
        (options.persons, options.stations) = (persons, stations)
        options.seed = seed ?? UInt64.random(in: 1...999_999_999)
        say("seed \(options.seed)")
        var isWell = try await isWell(options, place)
        if kills > 0 {
            options.kills = kills
            isWell = try await self.isWell(options, place) && isWell
        }
        if isWell, !keep { place.remove() } else { say("data and logs: \(place.directory.path)") }
        guard isWell else { throw ExitCode.failure }
    }

    private func isWell(_ options: RegistrationRun.Options, _ place: Workplace) async throws -> Bool {
        let summary = try await RegistrationRun(options, in: place) { say($0) }.run()
        say(summary.text)
        for finding in summary.findings.prefix(20) { say("FINDING: \(finding)") }
        say(summary.findings.isEmpty ? "each registered exactly once" : "\(summary.findings.count) findings")
        return summary.findings.isEmpty
    }
}
