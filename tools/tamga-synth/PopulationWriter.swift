import ArgumentParser
import Foundation
import TamgaSynthesis
import TamgaTemplates

/// Writes a population, one file per impression.
struct PopulationWriter {
    let population: SyntheticPopulation
    let options: PopulationOptions
    let directory: String
    private var summary = Summary()

    init(population: SyntheticPopulation, options: PopulationOptions, directory: String) {
        self.population = population
        self.options = options
        self.directory = directory
    }

    /// Makes the directory; refuses one that holds anything, unless forced.
    func prepare(force: Bool) throws {
        let files = FileManager.default
        try files.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let isEmpty = try files.contentsOfDirectory(atPath: directory).isEmpty
        guard isEmpty || force else {
            throw ValidationError("\(directory) is not empty; --force writes into it all the same.")
        }
    }

    mutating func write() throws -> Summary {
        let start = ContinuousClock.now
        var progress = ProgressBar(total: options.persons)
        for index in options.firstPerson..<(options.firstPerson + options.persons) {
            try write(population.person(index))
            progress.advance()
        }
        progress.finish()
        let elapsed = ContinuousClock.now - start
        summary.describe(options: options, directory: directory, elapsed: elapsed)
        return summary
    }

    private mutating func write(_ person: SyntheticPerson) throws {
        for code in 1...UInt8(options.fingers) {
            guard let position = FingerPosition(rawValue: code) else { continue }
            let finger = person.finger(position)
            for number in 1...options.impressions {
                try write(finger.impression(number), name: name(person.index, code, number))
            }
        }
    }

    private func name(_ person: Int, _ finger: UInt8, _ impression: Int) -> String {
        let digits = String(person)
        return String(repeating: "0", count: max(0, 5 - digits.count)) + "\(digits)_\(finger)_\(impression).iso"
    }

    private mutating func write(_ template: FingerTemplate, name: String) throws {
        let bytes = try ISO19794_2_2005.encode([template])
        try Data(bytes).write(to: URL(fileURLWithPath: directory + "/" + name))
        summary.count(minutiae: template.minutiae.count, bytes: bytes.count)
    }
}
