import ArgumentParser
import TamgaCommands

struct IdentifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identify",
        abstract: "Asks whose fingers these are: one probe by --finger, or a folder of them by --probes.")

    @OptionGroup var station: StationOptions
    @OptionGroup var finger: FingerOptions
    @OptionGroup var batch: BatchOptions
    @Option(help: ArgumentHelp("How many candidates to answer with at most.", valueName: "n"))
    var maxCandidates: UInt16?
    @OptionGroup var matching: MatchingOptions
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Searches of persons not enrolled that may name a hit, such as 1e-3; without a hit the exit status is 1. "
                + "Else as the server is set.", valueName: "share"))
    var fpir: String?
    @Option(help: ArgumentHelp("A folder of probes.", valueName: "dir"))
    var probes: String?
    @Flag(help: "Each file of --probes is a probe by itself.")
    var single = false
    @Flag(help: "The summary of --probes also as the last line of the output, a JSON object.")
    var summary = false

    func run() async throws {
        guard let folder = probes else { return try await identifyOne() }
        guard finger.fingers.isEmpty else { throw CommandError.usage("give --finger or --probes, not both") }
        let plan = BatchPlan.probes(try RecordFile.names(in: folder), try batch.choice, single: single)
        let identify = IdentifyBatch(
            folder: folder, plan: plan, options: try options, inFlight: try batch.width,
            hasSummaryLine: summary)
        try await station.run { try await identify.run($0, $1, .start()) }
    }

    private func identifyOne() async throws {
        guard !batch.isUsed, !single, !summary else {
            throw CommandError.usage("--layout, --impressions, --fingers, --single and --summary go with --probes")
        }
        let options = try options
        let fingers = try finger.records
        try await station.run { try await $0.printIdentification(fingers: fingers, options, $1) }
    }

    private var options: SearchOptions {
        get throws {
            try SearchOptions(
                maximumCandidates: maxCandidates, maximumRotation: matching.maxRotation, fpir: fpir,
                positions: matching.positions)
        }
    }
}
