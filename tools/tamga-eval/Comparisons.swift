import Dispatch
import Synchronization
import TamgaMatcher

/// One comparison of two samples of a set and its score.
struct Comparison: Sendable {
    let probe: Int
    let reference: Int
    let isMated: Bool
    let score: Float
}

extension Dataset {
    /// Whether two samples of the set are left out: fingers 102 and 108 of the hard sets are almost certainly one.
    private func isDisputed(_ one: Sample, _ other: Sample) -> Bool {
        name.hasPrefix("fvc2002_db3") && Set([one.finger, other.finger]) == ["102", "108"]
    }

    /// Every pair of samples once, compared in parallel.
    func comparisons(_ score: @escaping @Sendable (FingerDescriptor, FingerDescriptor) -> Float) -> [Comparison] {
        let rows = Mutex<[[Comparison]]>(Array(repeating: [], count: samples.count))
        DispatchQueue.concurrentPerform(iterations: samples.count) { probe in
            let one = samples[probe]
            let row = (probe + 1..<max(samples.count, probe + 1)).compactMap { reference -> Comparison? in
                let other = samples[reference]
                if isDisputed(one, other) { return nil }
                return Comparison(
                    probe: probe, reference: reference, isMated: one.finger == other.finger,
                    score: score(one.descriptor, other.descriptor))
            }
            rows.withLock { $0[probe] = row }
        }
        return rows.withLock { $0.flatMap { $0 } }
    }
}
