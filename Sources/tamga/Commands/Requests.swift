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

struct EnrolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrol", abstract: "Registers a person with the fingers given.", aliases: ["enroll"])

    @OptionGroup var station: StationOptions
    @OptionGroup var finger: FingerOptions
    @Option(help: "The person's identifier: 1 to 64 of A-Z a-z 0-9 - _ . :")
    var person: String

    func run() async throws {
        let fingers = try finger.records
        try await station.run { try await $0.printEnrolment(person: person, fingers: fingers, $1) }
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

struct DeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Removes a person and all that is held of it.")

    @OptionGroup var station: StationOptions
    @Option(help: "The person's identifier.")
    var person: String

    func run() async throws {
        try await station.run { try await $0.printDeletion(of: person, $1) }
    }
}
