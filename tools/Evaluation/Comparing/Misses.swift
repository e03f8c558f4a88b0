/// A finger, or a person where fingers are fused, some of whose mated pairs are missed.
package struct Misses: Hashable, Sendable {
    package var database: String
    package var name: String
    package var mated: Int
    package var missed: Int
}

extension Verification {
    /// Who is missed at the threshold of FMR 1e-3, most misses first, then by name; empty where that threshold is
    /// not known.
    package func misses() -> [Misses] {
        guard let threshold = pooled.rates.thresholds.fnmr[1] else { return [] }
        var found: [Int32: Misses] = [:]
        for trial in trials where trial.isMated {
            var misses = found[trial.cluster] ?? Misses(
                database: sets[Int(trial.set)].name, name: name(of: trial), mated: 0, missed: 0)
            misses.mated += 1
            misses.missed += trial.score > threshold ? 0 : 1
            found[trial.cluster] = misses
        }
        return found.values.filter { $0.missed > 0 }.sorted { one, other in
            if one.missed != other.missed { return one.missed > other.missed }
            return (one.database, one.name) < (other.database, other.name)
        }
    }

    private func name(of trial: Trial) -> String {
        let set = sets[Int(trial.set)]
        return trial.fingers == 0
            ? set.probes[Int(trial.probe)].finger : Capture.all(of: set.probes)[Int(trial.probe)].person
    }
}
