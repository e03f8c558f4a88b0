import Foundation
import TamgaMatcher
import TamgaTemplates
import TamgaTestSupport
import Testing

/// Real templates: the matcher must tell fingers apart about as well as docs/MATCHING.md says.
@Suite(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.absence)))
struct AccuracyTests {
    private struct Sample {
        let finger: String
        let descriptor: FingerDescriptor
    }

    private static func samples(_ set: String) throws -> [Sample] {
        try TestData.files(inSet: set).map { file in
            let view = try #require(try ISO19794_2_2005.decode(file.bytes()).templates().first)
            let finger = file.stem.split(separator: "_").dropLast().joined(separator: "_")
            return Sample(finger: finger, descriptor: FingerDescriptor(view))
        }
    }

    @Test(arguments: [
        ("fvc2002_db1_b/mindtct", 0.06), ("fvc2002_db1_b/secugen", 0.03), ("fvc2002_db2_b/mindtct", 0.025),
        ("fvc2002_db2_b/secugen", 0.015),
    ])
    func fewMatesFallBelowOneFalseMatchInAThousand(set: String, limit: Double) throws {
        let samples = try Self.samples(set)
        try #require(samples.count == 80)
        var mated: [Float] = []
        var nonMated: [Float] = []
        for (index, probe) in samples.enumerated() {
            for reference in samples.dropFirst(index + 1) {
                let score = Matcher.compare(probe.descriptor, reference.descriptor)
                if probe.finger == reference.finger { mated.append(score) } else { nonMated.append(score) }
            }
        }
        let threshold = nonMated.sorted(by: >)[nonMated.count / 1000]
        let missed = Double(mated.filter { $0 <= threshold }.count) / Double(mated.count)
        #expect(missed <= limit, "FNMR at FMR 0.1 % is \(missed * 100) %")
        // Calibrated: about one non-mated comparison in a hundred reaches 2, within sampling error.
        let share = Double(nonMated.filter { $0 >= 2 }.count) / Double(nonMated.count)
        #expect(share < 0.03)
    }
}
