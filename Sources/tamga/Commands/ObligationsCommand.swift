import ArgumentParser
import TamgaCommands
import TamgaRegistry

struct ObligationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "obligations",
        abstract: "Says whether somebody must be registered, by which article, and what to bring; needs no server.",
        discussion: "Where nothing is said of the passport and the IIN, each document is told with its condition.")

    @OptionGroup var language: LanguageOptions
    @Option(help: ArgumentHelp("citizen, foreigner or stateless.", valueName: "status"))
    var status: String?
    @Option(help: ArgumentHelp("The birth date.", valueName: "date"))
    var born: String?
    @Option(
        help: ArgumentHelp("The ground of the law, as for register; left out for none.", valueName: "ground"))
    var ground: String?
    @Option(
        name: .customLong("on"),
        help: ArgumentHelp("The day asked for; else today in Kazakhstan.", valueName: "date"))
    var day: String?
    @Option(
        help: ArgumentHelp(
            "A document held: residence-permit, temporary-residence-permit or visa, with its first and last day.",
            valueName: "KIND:FROM:UNTIL"))
    var document: String?
    @Option(
        help: ArgumentHelp(
            "What is done with the document: first-issue (else), extension, restoration or replacement.",
            valueName: "occasion"))
    var occasion: String?
    @Option(
        help: ArgumentHelp(
            "Where a visa is issued: mission-abroad, international-airport or electronic.", valueName: "place"))
    var placeOfIssue: String?
    @Flag(help: "The person has been registered before.")
    var registered = false
    @Option(help: ArgumentHelp("kk, ru or other.", valueName: "language"))
    var passportLanguage: String?
    @Option(help: ArgumentHelp("held or none.", valueName: "iin"))
    var iin: String?
    @Flag(help: "All rows of the law's tables, instead.")
    var list = false
    @Flag(help: "The answer as a JSON object; errors as JSON objects on the error output.")
    var json = false

    func run() throws {
        let (language, console) = (try language.chosen, Console.standard(isJSON: json))
        guard !list else {
            guard status == nil, born == nil else { throw CommandError.usage("--list goes without a person") }
            return try end(ObligationInquiry.list(language, console))
        }
        guard let status, let born else {
            let missing = status == nil ? "--status" : "--born"
            throw CommandError.usage("give --status and --born, or --list", field: missing)
        }
        let options = ObligationOptions(
            status: status, born: born, ground: ground, day: day, document: document, occasion: occasion,
            placeOfIssue: placeOfIssue, isRegistered: registered, passportLanguage: passportLanguage, iin: iin)
        try end(options.inquiry(today: ObligationInquiry.today()).run(language, console))
    }
}
