import ArgumentParser
import TamgaEvaluation
import TamgaSynthesis

/// `tamga-eval palms`: synthetic palms compared as a search compares them, tile with tile.
struct Palms: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "palms", abstract: "Scores of synthetic palms: mated, non-mated, rank-1.",
        discussion: """
            Every palm of one impression is compared with every palm of another: the best score of all pairs of tiles, \
            corrected for their number; then each is searched for in a gallery. There are no real palms among the \
            development sets.
            """)

    @Option(help: "Synthetic persons, one palm each.")
    var persons = 60
    @Option(help: "Synthetic persons who are searched among.")
    var gallery = 300
    @Option(help: "Seed of the synthetic population.")
    var seed: UInt64 = 1
    @Option(help: "Difficulty of the synthetic population: easy, normal or hard.")
    var difficulty = "normal"

    func run() throws {
        guard let level = SynthesisDifficulty(rawValue: difficulty), persons > 1 else {
            throw ValidationError("--difficulty is easy, normal or hard; --persons is 2 or more")
        }
        let population = SyntheticPopulation(seed: seed, difficulty: level)
        let all = PalmTrial.palms(population, persons: max(persons, gallery))
        let palms = Array(all.prefix(persons))
        for (name, probe, reference) in [
            ("whole - whole", SyntheticPalm.Coverage.whole, SyntheticPalm.Coverage.whole),
            ("part - whole", .part, .whole), ("part - part", .part, .part),
        ] {
            print("\(name)\n\(PalmTrial(palms, probe, against: reference).text)")
            print("  \(try PalmSearch(all, probe, against: reference, probes: persons).text)")
        }
    }
}
