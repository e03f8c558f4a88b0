import ArgumentParser
import Foundation
import TamgaEvaluation

/// Which of the sets below the data folder a command reads.
struct SetOptions: ParsableArguments {
    @Option(help: "Folder that holds the sets; default: TAMGA_DATA, then ../shared/data.")
    var data: String?

    @Option(help: "Only sets whose name contains one of these words, comma separated.")
    var sets = ""

    func load() throws -> [Dataset] {
        let words = sets.split(separator: ",").map(String.init)
        let found = try Dataset.all(below: try DataFolder.url(data), matching: words)
        guard found.contains(where: { !$0.samples.isEmpty }) else {
            throw ValidationError("no set with a template matches --sets \(sets)")
        }
        for set in found {
            if let file = set.unreadable.first { throw ValidationError("\(set.name)/\(file.name): \(file.reason)") }
            if set.samples.isEmpty { throw ValidationError("\(set.name) holds no template") }
        }
        return found
    }
}

/// The folder of the development sets.
enum DataFolder {
    static func url(_ stated: String?) throws -> URL {
        let path = stated ?? ProcessInfo.processInfo.environment["TAMGA_DATA"] ?? "../shared/data"
        guard FileManager.default.fileExists(atPath: path) else {
            throw ValidationError("no data at \(path): name a folder with --data or TAMGA_DATA")
        }
        return URL(fileURLWithPath: path)
    }
}
