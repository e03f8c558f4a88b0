import ArgumentParser
import TamgaCommands

struct PingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ping", abstract: "Says whether the server is there, and how long an answer takes.")

    @OptionGroup var station: StationOptions

    func run() async throws {
        try await station.run { try await $0.printPing($1) }
    }
}

struct StatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Shows the server's figures since its start.")

    @OptionGroup var station: StationOptions

    func run() async throws {
        try await station.run { try await $0.printStats($1) }
    }
}

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Says how alike the fingers given and those of one person are.")

    @OptionGroup var station: StationOptions
    @OptionGroup var finger: FingerOptions
    @OptionGroup var matching: MatchingOptions
    @Option(help: "The person's identifier.")
    var person: String

    func run() async throws {
        let options = try SearchOptions(maximumRotation: matching.maxRotation, positions: matching.positions)
        let fingers = try finger.records
        try await station.run { try await $0.printVerification(person: person, fingers: fingers, options, $1) }
    }
}

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows what is held of a person.")

    @OptionGroup var station: StationOptions
    @Option(help: "The person's identifier.")
    var person: String

    func run() async throws {
        try await station.run { try await $0.printPerson(person, $1) }
    }
}
