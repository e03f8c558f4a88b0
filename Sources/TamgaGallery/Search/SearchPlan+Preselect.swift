import Synchronization
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// Stage 2: S3 on what stage 1 found most alike of each person, over the fingers of the look. Who goes on is decided by
/// both stages together: each sees some mates that the other does not (docs/PERFORMANCE.md).
extension SearchPlan {
    /// The persons to compare exactly, best first.
    func preselect(_ tallies: Tallies, _ look: Look) async -> [Finalist] {
        let fingers = look.scanned.fingers.inOrderOfTelling
        var evidence = tallies.evidence
        var scores: [[Int32?]] = []
        for (finger, rows) in zip(fingers, tallies.rows) {
            scores.append(await geometry(finger, rows, look.rotation))
            effort.add(preselections: scores[scores.count - 1].count { $0 != nil } * finger.views.count)
        }
        evidence.add(scores)
        let values = evidence.values
        let numbers = tallies.persons.map(number)
        let chosen = BestOf.indices(widths(look).finalists, of: values) { numbers[$0] < numbers[$1] }
        let ranked = chosen.sorted {
            values[$0] != values[$1] ? values[$0] > values[$1] : numbers[$0] < numbers[$1]
        }
        let keys = ranked.map { tallies.persons[$0] }
        return zip(ranked, keys).prefix(affordable(keys, look)).map { person, key in
            Finalist(key: key, rows: tallies.rows.map { $0[person] })
        }
    }

    private static let pairsAtOnce = 16

    /// Scores are whole numbers of this fraction, so that sums of them are exact in any order.
    private static let fraction: Float = 4_096

    /// For each person the score of the finger's best view; nil where there is nothing to compare.
    func geometry(
        _ finger: PreparedProbe.Finger, _ rows: [RowKey?], _ rotation: Rotation
    ) async -> [Int32?] {
        await means.crew.map(rows.count, grain: Self.pairsAtOnce, urgency) { worker, person in
            guard let key = rows[person] else { return Int32?.none }
            return means.benches[worker].tools.withLock { tools in
                let reference = slots[key.slot].block(key.address).view(key.address.row)
                let best = finger.prepared.reduce(Float(0)) {
                    max($0, Matcher.preselect($1, reference, maximumRotation: rotation, using: tools.workspace))
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
