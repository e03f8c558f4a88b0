import ArgumentParser

/// Looks at, checks and converts fingerprint template records.
@main
struct TamgaTemplate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamga-template",
        abstract: "Shows, checks and converts fingerprint template records.",
        discussion: """
            Reads ISO/IEC 19794-2:2005 (and its two card formats) and 2011, ANSI INCITS 378-2004 and 2009 (and its \
            Amendment 1), and ANSI/NIST-ITL Type-9. Exit status: 0 every file was read, 1 one was refused, 64 usage.
            """,
        subcommands: [InspectCommand.self, ValidateCommand.self, ConvertCommand.self, TableCommand.self])

    /// A script that lost its command must not be told that all went well.
    func run() throws { throw ValidationError("a command is missing: see tamga-template --help") }
}
