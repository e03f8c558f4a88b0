import Foundation
import TamgaEvaluation
import TamgaGallery
import TamgaMatcher
package import TamgaReporting

/// What a small synthetic run costs and answers: counts and a hash that are the same on every machine.
package struct GateSuite {
    private static let fingers = 2_000
    private static let probes = 16

    /// The counters by name.
    package static func counters(_ options: BenchOptions) throws -> [String: JSONValue] {
        let source = DistractorSource(seed: 1, reals: [], count: fingers)
        let context = BenchContext(
            options: options, watch: Stopwatch(clock: SteadyClock()), report: BenchReport(), progress: NoProgress(),
            source: source, file: try DistractorFile(source, count: fingers, folder: options.folder))
        let subject = try context.gallery(fingers: fingers, shards: 2)
        let chosen = (0..<probes).map { $0 * 113 % fingers }
        let answers = try chosen.flatMap { index in
            try [
                subject.search([context.mate(index, isNamed: false)]),
                subject.search([context.mate(index, isNamed: true)]),
            ]
        }
        return [
            "minutiae_per_finger": .number(Double(context.file.minutiae) / Double(fingers)),
            "s1_gated_pairs_per_finger": .number(gatedPairs(context, chosen)),
            "s1_comparisons": .integer(answers.reduce(0) { $0 + $1.effort.scans }),
            "s3_comparisons": .integer(answers.reduce(0) { $0 + $1.effort.preselections }),
            "s4_comparisons": .integer(answers.reduce(0) { $0 + $1.effort.overlays }),
            "b_comparisons": .integer(answers.reduce(0) { $0 + $1.effort.comparisons }),
            "mates_not_first": .integer(misses(answers, chosen)),
            "result_hash": .text(AnswerHash(answers).text),
        ]
    }

    /// Pairs of minutiae within the rotation gate, per finger and probe: what S1 cannot do without.
    private static func gatedPairs(_ context: BenchContext, _ chosen: [Int]) -> Double {
        let probes = chosen.map { context.mate($0, isNamed: false).views[0] }
        let references = (0..<200).compactMap { context.file.descriptor($0 * 7) }
        let gate = Rotation.usual.steps
        let pairs = probes.reduce(0) { sum, probe in
            sum + references.reduce(0) { sum, reference in
                sum + probe.angles.reduce(0) { sum, angle in
                    sum + reference.angles.count { other in
                        let turn = Int(angle &- other)
                        return min(turn, 256 - turn) <= gate
                    }
                }
            }
        }
        return Double(pairs) / Double(probes.count * references.count)
    }

    private static func misses(_ answers: [SearchResult], _ chosen: [Int]) -> Int {
        zip(answers, chosen.flatMap { [$0, $0] }).count { answer, finger in
            answer.candidates.first?.person != (try? BenchContext.person(ofFinger: finger))
        }
    }
}
