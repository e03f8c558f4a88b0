import ArgumentParser
import Foundation
import TamgaRealism
import TamgaSynthesis

/// `tamga-eval realism`: synthetic fingers beside real ones, statistic by statistic.
struct RealismCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "realism", abstract: "Compares the synthetic fingers with the real ones.",
        discussion: """
            Both sides are measured in the same run with the matcher as built, so it can be repeated whenever the \
            matcher changes. --set tries another value of a parameter; docs/SYNTHESIS.md says which moves what.
            """)

    @Option(help: "Folder that holds the sets; default: TAMGA_DATA, then ../shared/data.")
    var data: String?
    @Option(help: "Sets to pool, comma separated.")
    var sets = SampleSet.pooled.joined(separator: ",")
    @Option(help: "Synthetic persons, ten fingers each.")
    var persons = 60
    @Option(help: "Impressions of each synthetic finger.")
    var impressions = 2
    @Option(help: "Seed of the synthetic population.")
    var seed: UInt64 = 1
    @Option(help: "Difficulty of the synthetic population.")
    var difficulty = "normal"
    @Option(help: "A parameter for this run: NAME=VALUE or NAME=LOW,HIGH. May be repeated.")
    var set: [String] = []
    @Option(help: "Resamples for the 95 % intervals; 0 for none.")
    var resamples = 100
    @Option(help: "Write every figure to a JSON file.")
    var json: String?
    @Option(help: "Write the distributions to an HTML page.")
    var report: String?

    func run() throws {
        let population = try population()
        let real = try realSets()
        let made = SampleSet(population, persons: persons, impressions: impressions)
        let each = real.map { ($0, $0.scores(maximumRotation: 128)) }
        let pool = Measurement(name: "real", sets: real, scores: each.map(\.1))
        let synthetic = Measurement(name: "synthetic", sets: [made], scores: [made.scores(maximumRotation: 128)])
        let separate = each.map { Measurement(name: $0.0.name, sets: [$0.0], scores: [$0.1]) }
        let result = RealismReport(real: pool, sets: separate, synthetic: synthetic, resamples: resamples)
        print(result.text(real: pool, synthetic: synthetic))
        if let json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            try encoder.encode(result).write(to: URL(fileURLWithPath: json))
        }
        if let report {
            let page = RealismPage(report: result, real: pool, sets: separate, synthetic: synthetic)
            try Data(page.html.utf8).write(to: URL(fileURLWithPath: report))
        }
    }

    private func population() throws -> SyntheticPopulation {
        guard let level = SynthesisDifficulty(rawValue: difficulty) else {
            throw ValidationError("--difficulty must be easy, normal or hard.")
        }
        guard (1...1_000).contains(persons), (1...20).contains(impressions), (0...10_000).contains(resamples) else {
            throw ValidationError("--persons 1 to 1000, --impressions 1 to 20, --resamples 0 to 10000.")
        }
        var parameters = level.parameters
        for assignment in set {
            guard parameters.apply(assignment) else {
                throw ValidationError("cannot set '\(assignment)': \(SynthesisParameters.settable)")
            }
        }
        return try SyntheticPopulation(seed: seed, parameters: parameters)
    }

    private func realSets() throws -> [SampleSet] {
        let root = try DataFolder.url(data)
        let found = try sets.split(separator: ",").compactMap { name -> SampleSet? in
            let folder = root.appendingPathComponent(String(name))
            guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
            let set = try SampleSet(name: String(name), directory: folder)
            guard !set.samples.isEmpty else { throw ValidationError("\(folder.path) holds no template") }
            return set
        }
        guard !found.isEmpty else {
            throw ValidationError("none of the sets is below \(root.path): name it with --data")
        }
        return found
    }
}
