import ArgumentParser
import TamgaCommands
import TamgaWire

struct AlertsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "Shows the alerts of this station's agency, the oldest first, or closes one that was seen.")

    @OptionGroup var station: StationOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var officer: OfficerOptions
    @Option(help: ArgumentHelp("Only those after this one, as the list names it: 12.0.", valueName: "fact"))
    var after: String?
    @Option(help: ArgumentHelp("Closes this one, instead.", valueName: "fact"))
    var see: String?

    func run() async throws {
        let language = try language.chosen
        switch try ListRequest(.alert, after: after, closing: see) {
        case .list(let after): try await station.run { try await $0.printAlerts(after: after, language, $1) }
        case .close(let fact):
            let request = try FactRequest.close(.alert, fact, officer: officer.officer)
            try await station.run { try await $0.printNote(request, language, $1) }
        }
    }
}

struct DueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "Shows whose fingers are to be taken again, the oldest first, or closes what was done.")

    @OptionGroup var station: StationOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var officer: OfficerOptions
    @Option(help: ArgumentHelp("Only those after this one, as the list names it: 12.0.", valueName: "fact"))
    var after: String?
    @Option(help: ArgumentHelp("Closes this one, instead.", valueName: "fact"))
    var done: String?

    func run() async throws {
        let language = try language.chosen
        switch try ListRequest(.due, after: after, closing: done) {
        case .list(let after): try await station.run { try await $0.printDue(after: after, language, $1) }
        case .close(let fact):
            let request = try FactRequest.close(.due, fact, officer: officer.officer)
            try await station.run { try await $0.printNote(request, language, $1) }
        }
    }
}

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Shows what happened to a person, the oldest first.")

    @OptionGroup var station: StationOptions
    @OptionGroup var language: LanguageOptions
    @Option(help: "The registration number.")
    var person: String
    @Option(help: ArgumentHelp("Only what came after this, as the list names it: 12.0.", valueName: "fact"))
    var after: String?

    func run() async throws {
        let (language, person) = (try language.chosen, try OptionValue.person(person))
        let after = try after.map { try FactReference($0, option: "--after") }
        try await station.run { try await $0.printHistory(person: person, after: after, language, $1) }
    }
}
