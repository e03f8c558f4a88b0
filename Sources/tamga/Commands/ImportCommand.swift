import ArgumentParser
import TamgaCommands

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Enrols all the persons of a folder.")

    @OptionGroup var station: StationOptions
    @OptionGroup var batch: BatchOptions
    @Argument(help: ArgumentHelp("The folder.", valueName: "dir"))
    var folder: String

    func run() async throws {
        let plan = BatchPlan.persons(try RecordFile.names(in: folder), try batch.choice)
        let enrol = ImportBatch(folder: folder, plan: plan, inFlight: try batch.width)
        try await station.run { try await enrol.run($0, $1, .start()) }
    }
}

/// Which files of a folder are meant, and how many requests go at once.
struct BatchOptions: ParsableArguments {
    @Option(
        help: "How the files are named: person_finger_impression (012_3_1.iso) or finger_impression (101_1.iso).")
    var layout: String?
    @Option(help: ArgumentHelp("Only these impressions, such as 1,2 or 2-8.", valueName: "list"))
    var impressions: String?
    @Option(help: ArgumentHelp("Only these finger codes, such as 2,7.", valueName: "list"))
    var fingers: String?
    @Option(help: ArgumentHelp("Requests under way at once; the server may take fewer.", valueName: "n"))
    var inFlight: Int?

    var isUsed: Bool { layout != nil || impressions != nil || fingers != nil || inFlight != nil }

    /// - Throws: ``CommandError`` of status `usage`.
    var choice: BatchChoice {
        get throws {
            guard let layout else { throw CommandError.usage("give --layout", field: "--layout") }
            return try BatchChoice(
                Layout(named: layout), impressions: try impressions.map { try NumberSet($0, option: "--impressions") },
                fingers: try fingers.map { try NumberSet($0, option: "--fingers") })
        }
    }

    /// - Throws: ``CommandError`` of status `usage`.
    var width: Int {
        get throws {
            let width = inFlight ?? StationCommand.defaultInFlight
            guard width > 0 else { throw CommandError.usage("it must be 1 or more", field: "--in-flight") }
            return width
        }
    }
}
