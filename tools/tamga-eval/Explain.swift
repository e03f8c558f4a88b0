import ArgumentParser
import Foundation
import TamgaEvaluation
import TamgaMatcher
import TamgaTemplates

/// `tamga-eval explain PROBE REFERENCE`: what each stage of the exact comparison arrived at.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows one comparison stage after stage.")

    @Argument(help: "A record of ISO/IEC 19794-2:2005; its first view is the probe.") var probe: String
    @Argument(help: "As above: the reference.") var reference: String
    @Flag(help: "Also every paired minutia.") var pairs = false

    func run() throws {
        let (a, b) = (try Self.finger(probe), try Self.finger(reference))
        print("probe \(a.count) minutiae, reference \(b.count)")
        print(String(format: "S3 %.3f", Matcher.preselect(a, b, maximumRotation: .any)))
        let comparison = ExactComparison(a, b) { stage in show(stage, a, b) }
        print(
            String(
                format: "raw score %.4f, comparison score %.3f (-log10 of the estimated false match rate)",
                comparison.score, Matcher.compare(a, b)))
    }

    private static func finger(_ path: String) throws -> FingerDescriptor {
        let record = try TemplateRecord(decoding: [UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
        guard let view = try record.templates().first else { throw ValidationError("\(path): no finger view") }
        return FingerDescriptor(view)
    }

    private func show(_ stage: ComparisonStage, _ a: FingerDescriptor, _ b: FingerDescriptor) {
        switch stage {
        case .pairs(let candidates, let strengths):
            let strongest = strengths.max() ?? 0
            print(String(format: "%d candidate pairs, strongest after relaxation %.3f", candidates.count, strongest))
        case .hypothesis(let motion, let count):
            print("motion " + Self.text(motion) + String(format: ": soft count %.2f", count))
        case .refined(let motion, _, let paired, let score):
            print("refined " + Self.text(motion) + Self.text(paired.count, score))
            if pairs { for pair in paired { print(Self.text(pair, a, b)) } }
        }
    }

    private static func text(_ motion: RigidMotion) -> String {
        let degrees = Double(motion.rotation) * 180 / Double.pi
        return String(format: "turn %.1f degrees, shift (%.0f, %.0f) px", degrees, motion.shift.x, motion.shift.y)
    }

    private static func text(_ paired: Int, _ score: PairingScore) -> String {
        String(
            format: ": %d pairs, weight %.2f, likeness %.2f, overlap %.2f, score %.4f", paired, score.weight,
            score.likeness, score.overlap, score.score)
    }

    private static func text(_ pair: Pairing.Pair, _ a: FingerDescriptor, _ b: FingerDescriptor) -> String {
        String(
            format: "  (%d, %d) - (%d, %d): %.1f px, %.0f degrees, qualities %d and %d, %d of 128 bits differ",
            a.xs[pair.probe], a.ys[pair.probe], b.xs[pair.reference], b.ys[pair.reference],
            pair.squaredDistance.squareRoot(), Double(pair.angle) * 180 / Double.pi, a.qualities[pair.probe],
            b.qualities[pair.reference], a.distance(pair.probe, b, pair.reference))
    }
}
