import ArgumentParser
import TamgaCommands

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

struct AddEncounterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add-encounter", abstract: "Adds an encounter, with the fingers given, to a person.")

    @OptionGroup var station: StationOptions
    @OptionGroup var finger: FingerOptions
    @Option(help: "The person's identifier.")
    var person: String

    func run() async throws {
        let fingers = try finger.records
        try await station.run { try await $0.printAddition(person: person, fingers: fingers, $1) }
    }
}

struct UpdateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Replaces all records of one encounter by the fingers given.")

    @OptionGroup var station: StationOptions
    @OptionGroup var finger: FingerOptions
    @Option(help: "The person's identifier.")
    var person: String
    @Option(help: ArgumentHelp("The encounter's number, as `tamga show` tells it.", valueName: "n"))
    var encounter: UInt64

    func run() async throws {
        let fingers = try finger.records
        try await station.run {
            try await $0.printUpdate(person: person, encounter: encounter, fingers: fingers, $1)
        }
    }
}

struct MergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Moves all encounters of one person to another; the first is unknown from then on.")

    @OptionGroup var station: StationOptions
    @Option(help: "Who stays, and has the encounters of both.")
    var person: String
    @Option(help: ArgumentHelp("Who is then unknown.", valueName: "person"))
    var other: String

    func run() async throws {
        try await station.run { try await $0.printMerge(person: person, other: other, $1) }
    }
}

struct DeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Removes a person and all that is held of it.")

    @OptionGroup var station: StationOptions
    @Option(help: "The person's identifier.")
    var person: String
    @Option(
        help: ArgumentHelp(
            "A new file for the receipt, which proves what was deleted; if it is there, nothing is deleted.",
            valueName: "file"))
    var receipt: String?

    func run() async throws {
        try await station.run { try await $0.printDeletion(of: person, receipt: receipt, $1) }
    }
}
