import ArgumentParser
import Foundation
import TamgaHarness
import TamgaStoreBenching

/// `make bench-store`: what the store costs; nothing here is a test.
@main
struct TamgaStoreBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamga-store-bench",
        abstract: "Measures enrolments with and without shared transactions, and starts on a large store.")

    @Option(help: "Fingers of the store that is started on, 10 to 10000000; 0 leaves the starts out.")
    var fingers = 1_000_000
    @Option(help: "Fingers of a person, 1 to 10.")
    var fingersPerPerson = 10
    @Option(help: "Persons enrolled in each turn; 0 leaves enrolments out.")
    var persons = 1_500
    @Option(help: "Turns of each manner of enrolling.")
    var turns = 3

    func validate() throws {
        guard (0...10_000_000).contains(fingers) else { throw ValidationError("--fingers: 0 to 10000000") }
        guard (1...10).contains(fingersPerPerson) else { throw ValidationError("--fingers-per-person: 1 to 10") }
        guard (0...100_000).contains(persons), (1...99).contains(turns) else {
            throw ValidationError("--persons: 0 to 100000, --turns: 1 to 99")
        }
    }

    func run() async throws {
        Interruption.install()
        let place = try Workplace(named: "tamga-store-bench")
        defer { place.remove() }
        if persons > 0 { try await enrolments(place) }
        if fingers > 0 {
            let bench = StartBench(in: place, fingers: fingers, fingersPerPerson: fingersPerPerson) { print($0) }
            _ = try bench.run()
        }
    }

    private func enrolments(_ place: Workplace) async throws {
        let bench = CommitBench(in: place.directory, persons: persons, turns: turns)
        let rows = try await bench.run { print($0) }
        print("stations  changes a transaction  enrolments/s")
        for row in rows {
            print(String(format: "%8d  %21d  %12.0f", row.stations, row.changesPerCommit, row.rate))
        }
    }
}
