import ArgumentParser
import Foundation

/// Measures the matcher on folders of real or synthetic templates.
@main
struct TamgaEval: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamga-eval", abstract: "Error rates of the matcher, and what its trainer and calibration need.",
        subcommands: [Rates.self, Calibrate.self, Export.self, RealismCommand.self])
}

/// Which sets a command reads.
struct SetOptions: ParsableArguments {
    @Option(help: "Folder that holds the sets; default: TAMGA_DATA, then ../shared/data.")
    var data: String?

    @Option(help: "Only sets whose name contains one of these words, comma separated.")
    var sets = ""

    func load() throws -> [Dataset] {
        let path = data ?? ProcessInfo.processInfo.environment["TAMGA_DATA"] ?? "../shared/data"
        guard FileManager.default.fileExists(atPath: path) else {
            throw ValidationError("no data at \(path): name a folder with --data or TAMGA_DATA")
        }
        let words = sets.split(separator: ",").map(String.init)
        return try Dataset.all(below: URL(fileURLWithPath: path), matching: words)
    }
}
