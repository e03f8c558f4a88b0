import Foundation
import TamgaEvaluation
import TamgaMatcher
import TamgaSynthesis
import TamgaTemplates
import TamgaTestSupport
import Testing

/// The matcher's results, to the bit: who changes the matcher changes these on purpose, and says so.
@Suite struct FrozenResultTests {
    /// Four fingers of two persons, three impressions each: needs no data.
    private static func synthetic() -> Dataset {
        let population = SyntheticPopulation(seed: 77)
        var samples: [Sample] = []
        for person in 0..<2 {
            for position in [FingerPosition.rightIndex, .leftThumb] {
                for impression in 1...3 {
                    let name = SampleName(stem: "", person: "\(person)", position: position, impression: impression)
                    let template = population.person(person).finger(position).impression(impression)
                    samples.append(Sample(name: name, template: template))
                }
            }
        }
        return Dataset(name: "synthetic", samples: samples)
    }

    @Test func ofSyntheticFingers() {
        let set = VerificationSet(Self.synthetic())
        #expect(ResultHash(of: [set], rules: ComparisonRules()).text == "03a6dd4193eaf8b3")
    }

    @Test func preselectionOfSyntheticFingers() {
        var hash = ResultHash()
        let fingers = Self.synthetic().samples.map(\.descriptor)
        for probe in fingers {
            for reference in fingers { hash.add(Matcher.preselect(probe, reference, maximumRotation: .usual)) }
        }
        #expect(hash.text == "2bf3f16045c92f0e")
    }

    @Test func overlayOfSyntheticFingers() {
        var hash = ResultHash()
        let fingers = Self.synthetic().samples.map(\.descriptor)
        let workspace = ComparisonWorkspace()
        for probe in fingers.map({ PreparedFinger($0) }) {
            for reference in fingers {
                hash.add(
                    reference.withView {
                        Matcher.overlay(probe, $0, maximumRotation: .usual, using: workspace)
                    })
            }
        }
        #expect(hash.text == "805660a9b14b2364")
    }

    @Test(
        .enabled(if: TestData.isPresent, Comment(rawValue: TestData.absence)),
        arguments: [("fvc2002_db1_b/mindtct", "1d31b0b1b73d4c39"), ("fvc2002_db3_b/secugen", "648ea330dd62459e")])
    func ofRealFingers(set: String, hash: String) throws {
        let root = URL(fileURLWithPath: try #require(TestData.dataDirectory))
        let data = try Dataset(name: set, directory: root.appendingPathComponent(set))
        #expect(ResultHash(of: [VerificationSet(data)], rules: ComparisonRules()).text == hash)
    }
}
