import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// Stage 2: S3 on the survivors of stage 1, summed over the fingers of a person.
extension SearchPlan {
    /// The persons to compare exactly, best first.
    func preselect(_ survivors: [[RankedRow]], _ look: Look) -> [PersonKey] {
        var sums: [PersonKey: Float] = [:]
        for (finger, rows) in survivors.enumerated() {
            let scores = geometry(of: look.scanned.fingers[finger], rows, within: look.rotation)
            var best: [PersonKey: Float] = [:]
            for (row, score) in zip(rows, scores) {
                let key = PersonKey(segment: row.segment, owner: row.owner)
                best[key] = max(best[key] ?? 0, score)
            }
            // Finger after finger, so that each person's sum is added up in one fixed order.
            for (key, score) in best { sums[key, default: 0] += score }
        }
        let width = Self.width(
            least: parameters.leastFinalists, perThousand: parameters.finalistsPerThousand, of: persons)
        let ranked = sums.sorted { one, other in
            one.value != other.value ? one.value > other.value : id(one.key) < id(other.key)
        }.prefix(width).map(\.key)
        return affordable(ranked, look)
    }

    /// As many of the persons, from the first on, as `parameters.exactComparisons` pay for.
    private func affordable(_ ranked: [PersonKey], _ look: Look) -> [PersonKey] {
        var left = parameters.exactComparisons
        return ranked.enumerated().prefix { index, key in
            left -= comparisons(with: key, look)
            return left >= 0 || index < parameters.leastExactPersons
        }.map(\.element)
    }

    /// What the exact comparison of a look with a person costs.
    func comparisons(with key: PersonKey, _ look: Look) -> Int {
        look.comparisons(with: slots[Int(key.segment)].rows(of: Int(key.owner)).lazy.map(\.position))
    }

    func id(_ key: PersonKey) -> PersonID {
        slots[Int(key.segment)].id(of: Int(key.owner))
    }

    private func geometry(
        of finger: PreparedProbe.Finger, _ rows: [RankedRow], within rotation: Rotation
    ) -> [Float] {
        let views = finger.views
        return Parallel.map(count: rows.count, workers: workers, grain: 16) { index in
            let row = rows[index]
            let reference = slots[Int(row.segment)].reference(at: row.address).descriptor
            return views.reduce(0) {
                max($0, Matcher.preselect($1, reference, maximumRotation: rotation))
            }
        }
    }
}
