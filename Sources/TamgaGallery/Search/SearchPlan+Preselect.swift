import Synchronization
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// Stage 2, first step: S3 on what stage 1 found most alike of each person, over the fingers of the look. Who goes on
/// is decided by S1 and S3 together: each sees some mates that the other does not (docs/PERFORMANCE.md).
extension SearchPlan {
    /// The persons that S4 is for.
    func preselect(_ tallies: Tallies, _ look: Look) async -> [Finalist] {
        var tallies = tallies
        cut(&tallies, to: widths(look).survivors)
        var evidence = tallies.evidence
        evidence.add(await stage(Matcher.preselect, tallies.rows, look) { effort.add(preselections: $0) })
        let values = evidence.values
        let chosen = BestOf.indices(widths(look).preselected, of: values) {
            number(tallies.persons[$0]) < number(tallies.persons[$1])
        }
        return chosen.map(tallies.finalist)
    }

    /// A stage of the matcher.
    typealias Stage = @Sendable (PreparedFinger, DescriptorView, Rotation, ComparisonWorkspace) -> Float

    /// The scores of the fingers of a look, most telling first, with the rows of some persons.
    func stage(
        _ stage: @escaping Stage, _ rows: [[RowKey?]], _ look: Look, count: (Int) -> Void
    ) async -> [[Int32?]] {
        var scores: [[Int32?]] = []
        for (finger, rows) in zip(inOrder(look), rows) {
            scores.append(await self.scores(stage, finger, rows, look.rotation))
            count(scores[scores.count - 1].count { $0 != nil } * finger.views.count)
        }
        return scores
    }

    private static let pairsAtOnce = 16

    /// Scores are whole numbers of this fraction, so that sums of them are exact in any order.
    private static let fraction: Float = 4_096

    /// For each person the score of the finger's best view; nil where there is nothing to compare.
    func scores(
        _ stage: @escaping Stage, _ finger: PreparedProbe.Finger, _ rows: [RowKey?], _ rotation: Rotation
    ) async -> [Int32?] {
        await means.crew.map(rows.count, grain: Self.pairsAtOnce, urgency) { worker, person in
            guard let key = rows[person] else { return Int32?.none }
            return means.benches[worker].tools.withLock { tools in
                let reference = slots[key.slot].block(key.address).view(key.address.row)
                let best = finger.prepared.reduce(Float(0)) {
                    max($0, stage($1, reference, rotation, tools.workspace))
                }
                return Int32(best * Self.fraction)
            }
        }
    }

    /// Exact comparisons that a look may cost.
    func affordableComparisons(_ look: Look) -> Int {
        parameters.exactComparisons.of(shards.reduce(0) { $0 + $1.references(at: look.scanned.asked) })
    }

    /// What the exact comparison of a look with a person costs.
    func comparisons(with key: PersonKey, _ look: Look) -> Int {
        look.comparisons(with: slots[key.slot].rows(of: Int(key.owner)).lazy.map(\.position))
    }
}
