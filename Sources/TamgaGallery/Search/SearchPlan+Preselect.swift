import Synchronization
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// Stage 2: S3 on what stage 1 found most alike of each person, over the fingers of the look, then S4 on the best. Who
/// goes on to S4 is decided by S1 and S3 together: each sees some mates that the other does not (docs/PERFORMANCE.md).
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

    /// The persons to compare exactly, best first, by S4 alone: it knows what S1 and S3 go by.
    func cover(_ preselected: [Finalist], _ look: Look) async -> [Finalist] {
        // Of the fingers of the look only those that were scanned have rows.
        let rows = (0..<(preselected.first?.rows.count ?? 0)).map { finger in preselected.map { $0.rows[finger] } }
        var evidence = Evidence(persons: preselected.count)
        evidence.add(await stage(Matcher.overlay, rows, look) { effort.add(overlays: $0) })
        let values = evidence.values
        let ranked = preselected.indices.sorted { one, other in
            values[one] != values[other]
                ? values[one] > values[other] : number(preselected[one].key) < number(preselected[other].key)
        }.prefix(widths(look).finalists).map { preselected[$0] }
        return Array(ranked.prefix(affordable(ranked.map(\.key), look)))
    }

    /// A stage of the matcher.
    typealias Stage = @Sendable (PreparedFinger, DescriptorView, Rotation, ComparisonWorkspace) -> Float

    /// The scores of the fingers of a look, most telling first, with the rows of some persons.
    private func stage(
        _ stage: @escaping Stage, _ rows: [[RowKey?]], _ look: Look, count: (Int) -> Void
    ) async -> [[Int32?]] {
        var scores: [[Int32?]] = []
        for (finger, rows) in zip(look.scanned.fingers.inOrderOfTelling, rows) {
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

    /// How many of the persons, from the first on, `parameters.exactComparisons` pay for.
    func affordable(_ ranked: [PersonKey], _ look: Look) -> Int {
        var left = affordableComparisons(look)
        return ranked.enumerated().prefix { index, key in
            left -= comparisons(with: key, look)
            return left >= 0 || index < parameters.leastExactPersons
        }.count
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
