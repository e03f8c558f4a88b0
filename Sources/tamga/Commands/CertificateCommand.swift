import ArgumentParser
import TamgaCommands

struct CertificateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate", abstract: "Certificates of registration.",
        subcommands: [VerifyCertificateCommand.self])

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
    @Option(help: "The language of the answer: kk, ru or en.")
    var language = "en"
    @Flag(help: "The answer as a JSON object; errors as JSON objects on the error output.")
    var json = false

    func run() throws {
        let check = try CertificateCheck(file: file, text: qr, publicKey: publicKey, language: language)
        let status = try check.run(.standard(isJSON: json))
        if status != .done { throw ExitCode(status.rawValue) }
    }
}
