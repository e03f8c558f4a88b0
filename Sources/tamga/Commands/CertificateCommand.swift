import ArgumentParser
import TamgaCommands

struct CertificateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate", abstract: "Certificates of registration.",
        subcommands: [VerifyCertificateCommand.self, IssueCertificateCommand.self])

    /// A script that lost its command must not be told that all went well.
    mutating func run() throws { throw ValidationError("a command is missing: see tamga certificate --help") }
}

struct VerifyCertificateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Says whether a certificate is authentic, and what it says; needs no server.",
        discussion: "Exit status: 0 authentic, 1 not authentic, 2 usage, or a file that cannot be read.")

    @Argument(help: ArgumentHelp("The certificate, a PDF file as it was issued.", valueName: "file"))
    var file: String?
    @Option(help: ArgumentHelp("The text of the QR code, instead of the file.", valueName: "text"))
    var qr: String?
    @Option(help: ArgumentHelp("The public key of the issuing body, PEM, or its certificate.", valueName: "file"))
    var publicKey: String
    @OptionGroup var language: LanguageOptions
    @Flag(help: "The answer as a JSON object; errors as JSON objects on the error output.")
    var json = false

    func run() throws {
        let check = try CertificateCheck(
            file: file, text: qr, publicKey: publicKey, language: try language.chosen)
        try end(check.run(.standard(isJSON: json)))
    }
}

struct IssueCertificateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Has the server issue a certificate of registration, and keeps its file.")

    @OptionGroup var station: StationOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var officer: OfficerOptions
    @Option(help: "The registration number.")
    var person: String
    @Option(
        help: ArgumentHelp(
            "A new file for the certificate, a PDF; if it is there, nothing is issued.", valueName: "file"))
    var out: String

    func run() async throws {
        let language = try language.chosen
        let (person, officer) = (try OptionValue.person(person), try OptionValue.officer(officer.officer))
        try await station.run {
            try await $0.printCertificate(person: person, to: out, officer: officer, language, $1)
        }
    }
}
