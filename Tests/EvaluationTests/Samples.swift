import TamgaEvaluation
import TamgaSynthesis
import TamgaTemplates

/// Small sets of synthetic fingers for the tests here.
enum Samples {
    /// Persons of some fingers, each in so many impressions.
    static func set(
        named name: String = "set", persons: Int, positions: [FingerPosition], impressions: Int, first: Int = 1,
        hidesPositions: Bool = false
    ) -> Dataset {
        let population = SyntheticPopulation(seed: 11)
        var samples: [Sample] = []
        for index in 0..<persons {
            let person = population.person(index)
            for position in positions {
                let finger = person.finger(position)
                for impression in first..<(first + impressions) {
                    let name = SampleName(
                        stem: "\(index)_\(position.rawValue)_\(impression)", person: "\(index)",
                        position: hidesPositions ? .unknown : position, impression: impression)
                    samples.append(Sample(name: name, template: finger.impression(impression)))
                }
            }
        }
        return Dataset(name: name, samples: samples)
    }
}
