import ArgumentParser
import TamgaCommands

struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Registers a person, unless the fingers or the claims say that the person is registered already.",
        discussion: """
            One request searches, decides and registers. Where its answer is lost, the command connects once more and \
            asks again under the same key, which makes no second registration. Exit status: 0 registered, 1 not \
            registered (somebody is known, it cannot be said, or no finger could be taken), else as for all commands.
            """)

    @OptionGroup var station: StationOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var subject: SubjectArguments
    @Option(
        help: ArgumentHelp(
            "The name of this request, 8 to 64 of A-Z a-z 0-9 - _ . : give that of an earlier try to get its answer. "
                + "Else a random one, which is printed before the request is sent.", valueName: "key"))
    var key: String?

    func run() async throws {
        let subject = try self.subject.options.subject(
            fingers: self.subject.finger.options, format: self.subject.finger.format)
        try await station.register(Registration(subject, key: key, language: language.chosen))
    }
}

struct LookUpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "look-up", abstract: "Says who somebody is, and registers nobody.",
        discussion: "Exit status: 0 a registered person was recognised, 1 nobody was, else as for all commands.")

    @OptionGroup var station: StationOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var subject: SubjectArguments

    func run() async throws {
        let subject = try self.subject.options.subject(
            fingers: self.subject.finger.options, format: self.subject.finger.format)
        let language = try language.chosen
        try await station.run { try await $0.printLookUp(subject, language, $1) }
    }
}
