package import TamgaSynthesis
import TamgaTemplates

extension SampleSet {
    /// Ten fingers each of so many persons of a population, numbered from 1.
    package init(_ population: SyntheticPopulation, persons: Int, impressions: Int) {
        var samples: [RealismSample] = []
        for index in 0..<persons {
            let person = population.person(index + 1)
            for position in FingerPosition.fingers {
                let finger = person.finger(position)
                for number in 0..<impressions {
                    samples.append(
                        RealismSample(
                            finger: "\(index + 1)_\(position.rawValue)", template: finger.impression(number + 1)))
                }
            }
        }
        self.init(name: "synthetic", samples: samples)
    }
}
