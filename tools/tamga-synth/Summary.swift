import Foundation
import TamgaSynthesis

/// What was written.
struct Summary: Encodable {
    private(set) var directory = ""
    private(set) var seed: UInt64 = 0
    private(set) var difficulty = ""
    private(set) var persons = 0
    private(set) var templates = 0
    private(set) var minutiae = 0
    private(set) var bytes = 0
    private(set) var seconds = 0.0

    mutating func count(minutiae: Int, bytes: Int) {
        templates += 1
        self.minutiae += minutiae
        self.bytes += bytes
    }

    mutating func describe(options: PopulationOptions, directory: String, elapsed: Duration) {
        self.directory = directory
        seed = options.seed
        difficulty = options.difficulty.rawValue
        persons = options.persons
        seconds = elapsed / .seconds(1)
    }

    /// One line for people, or one JSON object; both end in a line break.
    func text(json: Bool) throws -> String {
        guard json else {
            return "\(templates) templates of \(persons) persons in \(directory): "
                + "\(minutiae) minutiae, \(bytes) bytes, \((seconds * 10).rounded() / 10) s\n"
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}
