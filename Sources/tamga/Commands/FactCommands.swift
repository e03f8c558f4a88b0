import ArgumentParser
import TamgaCommands

struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Links an identifier to a person: a new passport, an IIN obtained later.")

    @OptionGroup var station: StationOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var officer: OfficerOptions
    @Option(help: "The registration number.")
    var person: String
    @Option(help: "iin:NUMBER, document:ISSUER:NUMBER or names:FAMILY/GIVEN/BIRTH-DATE.")
    var identifier: String
    @Option(help: ArgumentHelp("Why, in words.", valueName: "text"))
    var reason: String?

    func run() async throws {
        let language = try language.chosen
        let request = try FactRequest.link(
            person: person, identifier: identifier, reason: reason, officer: officer.officer)
        try await station.run { try await $0.printNote(request, language, $1) }
    }
}

struct UnlinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlink", abstract: "Takes an identifier from a person, to whom it was linked wrongly.")

    @OptionGroup var station: StationOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var officer: OfficerOptions
    @Option(help: "The registration number.")
    var person: String
    @Option(help: "iin:NUMBER, document:ISSUER:NUMBER or names:FAMILY/GIVEN/BIRTH-DATE.")
    var identifier: String
    @Option(help: ArgumentHelp("Why, in words.", valueName: "text"))
    var reason: String

    func run() async throws {
        let language = try language.chosen
        let request = try FactRequest.unlink(
            person: person, identifier: identifier, reason: reason, officer: officer.officer)
        try await station.run { try await $0.printNote(request, language, $1) }
    }
}

struct RefuseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "Notes that somebody would not give fingers.")

    @OptionGroup var station: StationOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var officer: OfficerOptions
    @Option(help: "The registration number, where there is one.")
    var person: String?
    @Option(
        name: .customLong("claim"), parsing: .singleValue,
        help: ArgumentHelp("Who the person says to be, as for register. May be repeated.", valueName: "identifier"))
    var claims: [String] = []
    @Option(help: ArgumentHelp("On what ground fingers were to be taken, as for register.", valueName: "ground"))
    var ground: String?
    @Option(help: ArgumentHelp("Where, in words.", valueName: "text"))
    var place: String?
    @Option(help: ArgumentHelp("Anything else, in words.", valueName: "text"))
    var remark: String?

    func run() async throws {
        let language = try language.chosen
        let options = RefusalOptions(
            person: person, claims: claims, ground: ground, place: place, remark: remark, officer: officer.officer)
        let request = FactRequest.refuse(try options.request)
        try await station.run { try await $0.printNote(request, language, $1) }
    }
}

struct LiftBanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lift-ban", abstract: "Ends an entry ban before its term; by the body that recorded it.")

    @OptionGroup var station: StationOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var officer: OfficerOptions
    @Option(help: "The registration number.")
    var person: String
    @Option(help: ArgumentHelp("The removal that brought the ban, as answers name it: 12.0.", valueName: "fact"))
    var removal: String
    @Option(help: ArgumentHelp("Why, in words.", valueName: "text"))
    var reason: String

    func run() async throws {
        let language = try language.chosen
        let request = try FactRequest.liftBan(
            person: person, removal: removal, reason: reason, officer: officer.officer)
        try await station.run { try await $0.printNote(request, language, $1) }
    }
}
