public import ArgumentParser
import TamgaCommands
public import TamgaTemplates
public import TamgaWire

/// The options common to all commands.
struct StationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The server; else TAMGA_SERVER.", valueName: "HOST:PORT"))
    var server: String?

    @Option(help: ArgumentHelp("This station's certificate, PEM; else TAMGA_CERTIFICATE.", valueName: "file"))
    var certificate: String?

    @Option(help: ArgumentHelp("Its private key, PEM; else TAMGA_PRIVATE_KEY.", valueName: "file"))
    var privateKey: String?

    @Option(help: ArgumentHelp("The authority of the server's certificate, PEM; else TAMGA_CA.", valueName: "file"))
    var ca: String?

    @Option(
        help: ArgumentHelp(
            "For development: a file for the connection's secrets; else TAMGA_KEY_LOG. Needs TAMGA_DEVELOPMENT=1.",
            valueName: "file"))
    var keyLog: String?

    @Option(help: ArgumentHelp("How long the answer is of use, 1 to 86400000 ms; else always.", valueName: "ms"))
    var deadline: UInt32?

    @Option(name: .customLong("class"), help: "Who waits: border, enrolment or bulk; else as the server takes it.")
    var requestClass: RequestClass?

    @Flag(help: "Answers as JSON objects, one a line; errors as JSON objects on the error output.")
    var json = false

    /// Connects, runs, and ends the program with the status unless it is 0.
    func run(_ body: StationCommand.Body) async throws {
        try end(await StationCommand.run(settings, .standard(isJSON: json), body))
    }

    /// Registers, and ends the program with the status unless it is 0.
    func register(_ registration: Registration) async throws {
        try end(await StationCommand.register(settings, .standard(isJSON: json), registration))
    }

    func validate() throws {
        let allowed = WireLimits.deadlineMilliseconds
        guard deadline.map({ allowed.contains(Int($0)) }) != false else {
            throw ValidationError("--deadline, allowed: \(allowed.lowerBound) to \(allowed.upperBound)")
        }
    }

    private var settings: StationSettings {
        var settings = StationSettings(
            server: server, certificate: certificate, privateKey: privateKey, authority: ca)
        settings.keyLog = keyLog
        settings.requests = RequestOptions(deadlineMilliseconds: deadline, requestClass: requestClass)
        return settings
    }
}

extension RequestClass: ExpressibleByArgument {
    /// Reads a name such as `bulk`; nil for anything else.
    public init?(argument: String) {
        guard let found = Self.allCases.first(where: { "\($0)" == argument }) else { return nil }
        self = found
    }

    /// All names.
    public static var allValueStrings: [String] { allCases.map { "\($0)" } }
}

/// Ends the program with the status unless it is 0.
func end(_ status: CommandStatus) throws {
    if status != .done { throw ExitCode(status.rawValue) }
}

/// The fingers of one person.
struct FingerOptions: ParsableArguments {
    @Option(
        name: .customLong("finger"), parsing: .singleValue,
        help: ArgumentHelp(
            "A finger and its record: right-index=FILE, right-palm=FILE, or a code 0 to 10, 20, 21, 23 (0 and 20: "
                + "unknown finger, unknown palm), or record=FILE to go by the "
                + "record. May be repeated.", valueName: "POSITION=FILE"))
    var fingers: [String] = []

    @Option(
        help: ArgumentHelp(
            "What the records are, such as iso-2005-card; else as they say themselves: "
                + TemplateFormat.allCases.map(\.token).joined(separator: ", ") + ".", valueName: "format"))
    var format: TemplateFormat?

    /// - Throws: ``CommandError`` of status `usage`.
    var records: [FingerRecord] {
        get throws { try RecordFile.read(options, format: format) }
    }

    /// - Throws: ``CommandError`` of status `usage`.
    var options: [FingerOption] {
        get throws { try fingers.map { try FingerOption($0) } }
    }
}

extension TemplateFormat: ExpressibleByArgument {
    /// Reads a token such as `ansi-2004`; nil for anything else.
    public init?(argument: String) { self.init(token: argument) }

    /// All tokens.
    public static var allValueStrings: [String] { allCases.map(\.token) }
}

/// How fingers are compared.
struct MatchingOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The widest rotation to look at, either way, 0 to 180; else as the server is set.", valueName: "degrees"))
    var maxRotation: String?

    @Option(
        help: ArgumentHelp(
            "strict: compare fingers of the same position only; swaps: look for exchanged hands and fingers as well, "
                + "as the server does where nothing is said.", valueName: "policy"))
    var positions: String?
}
