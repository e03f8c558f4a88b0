import TamgaEvaluation
import TamgaSynthesis
import TamgaTemplates

/// Impressions that the trainer may pair: those of one set, or of one finger as two extractors saw it.
struct TrainingSet: Sendable {
    let name: String
    let samples: [Sample]
    /// Where the second extractor's samples begin; pairs are made across only. Nil where all are of one kind.
    var secondExtractor: Int?

    /// Whether two samples, by index, show one finger and may be paired.
    func mayPair(_ one: Int, _ other: Int) -> Bool {
        guard samples[one].finger == samples[other].finger else { return false }
        guard let second = secondExtractor else { return true }
        return (one < second) != (other < second)
    }
}

extension TrainingSet {
    /// Every set, then each folder that two extractors read, across them, then synthetic fingers.
    static func all(_ sets: [Dataset]) -> [TrainingSet] {
        sets.map { TrainingSet(name: $0.name, samples: $0.samples) } + across(sets) + [synthetic()]
    }

    private static func across(_ sets: [Dataset]) -> [TrainingSet] {
        sets.compactMap { one in
            guard one.name.hasSuffix("/mindtct") else { return nil }
            let folder = one.name.dropLast("mindtct".count)
            guard let other = sets.first(where: { $0.name == folder + "secugen" }) else { return nil }
            return TrainingSet(
                name: folder + "mindtct-secugen", samples: one.samples + other.samples,
                secondExtractor: one.samples.count)
        }
    }

    /// Noise that no development set has in this mixture: persons 0 to 7 of a fixed seed, five impressions a finger.
    private static func synthetic() -> TrainingSet {
        let population = SyntheticPopulation(seed: 20_261_124, difficulty: .hard)
        var samples: [Sample] = []
        for person in 0..<8 {
            for code in UInt8(1)...10 {
                guard let position = FingerPosition(rawValue: code) else { continue }
                let finger = population.person(person).finger(position)
                for impression in 1...5 {
                    let name = SampleName(
                        stem: "\(person)_\(code)_\(impression)", person: "\(person)", position: position,
                        impression: impression)
                    samples.append(Sample(name: name, template: finger.impression(impression)))
                }
            }
        }
        return TrainingSet(name: "synthetic/hard", samples: samples)
    }
}
