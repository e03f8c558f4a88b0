import Dispatch
import Synchronization
import TamgaMatcher

/// One comparison of two samples of a set: which fingers, and the raw score.
package struct PairScore: Sendable {
    /// Numbers of the fingers within their set; equal for a mated pair.
    package var one: Int
    package var other: Int
    package var score: Float

    package var isMated: Bool { one == other }
}

extension SampleSet {
    /// The raw scores of stage B of every pair of samples, in parallel; the order is fixed.
    package func scores(maximumRotation: Int) -> [PairScore] {
        let numbers = Dictionary(uniqueKeysWithValues: fingers.enumerated().map { ($1, $0) })
        let owners = samples.map { numbers[$0.finger] ?? 0 }
        let rows = Mutex<[[PairScore]]>(Array(repeating: [], count: samples.count))
        DispatchQueue.concurrentPerform(iterations: samples.count) { probe in
            let row = (probe + 1..<max(samples.count, probe + 1)).compactMap { reference -> PairScore? in
                guard !isDisputed(samples[probe], samples[reference]) else { return nil }
                let comparison = ExactComparison(
                    samples[probe].descriptor, samples[reference].descriptor, maximumRotation: maximumRotation)
                return PairScore(
                    one: owners[probe], other: owners[reference], score: comparison.score)
            }
            rows.withLock { $0[probe] = row }
        }
        return rows.withLock { $0.flatMap { $0 } }
    }

    /// Fingers 102 and 108 of FVC2002 DB3_B are almost certainly one finger under two names.
    private func isDisputed(_ one: RealismSample, _ other: RealismSample) -> Bool {
        name.hasPrefix("fvc2002_db3") && Set([one.finger, other.finger]) == ["102", "108"]
    }
}
