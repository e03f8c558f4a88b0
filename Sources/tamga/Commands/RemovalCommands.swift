import ArgumentParser
import TamgaCommands
import TamgaRegistry

/// An expulsion or a readmission, and the ban that comes with it.
struct RemovalArguments: ParsableArguments {
    @OptionGroup var station: StationOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var officer: OfficerOptions
    @Option(help: "The registration number.")
    var person: String
    @Option(help: ArgumentHelp("The legal ground: a decision, an article, a treaty.", valueName: "text"))
    var ground: String
    @Option(help: ArgumentHelp("The day of it.", valueName: "2026-02-28"))
    var date: String
    @Option(help: ArgumentHelp("The first day of the ban; else the day of the removal.", valueName: "date"))
    var banFrom: String?
    @Option(help: ArgumentHelp("The last day of the ban, or none for no ban.", valueName: "date|none"))
    var banUntil: String?
    @Flag(help: "A ban without an end. One of --ban-until and --ban-forever has to be given.")
    var banForever = false

    func record(_ kind: Removal.Kind) async throws {
        let language = try language.chosen
        let options = RemovalOptions(
            person: person, ground: ground, date: date, banFrom: banFrom, banUntil: banUntil, isBanForever: banForever,
            officer: officer.officer)
        let request = FactRequest.remove(try options.removal(kind))
        try await station.run { try await $0.printNote(request, language, $1) }
    }
}

struct ExpelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expel", abstract: "Notes that a person was expelled, and the entry ban that follows.")

    @OptionGroup var removal: RemovalArguments

    func run() async throws { try await removal.record(.expulsion) }
}

struct ReadmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readmit",
        abstract: "Notes that a person was handed over under a readmission treaty, and the entry ban that follows.")

    @OptionGroup var removal: RemovalArguments

    func run() async throws { try await removal.record(.readmission) }
}
