import TamgaGallery
package import TamgaMatcher

/// One comparison of two samples of a set and its score.
package struct Comparison: Sendable {
    package let probe: Int
    package let reference: Int
    package let isMated: Bool
    package let score: Float
}

extension Dataset {
    /// Every pair of samples once, compared in parallel, in order of probe and reference.
    package func comparisons(
        _ score: @escaping @Sendable (FingerDescriptor, FingerDescriptor) -> Float
    ) -> [Comparison] {
        Parallel.map(count: samples.count, workers: Parallel.cores) { probe in
            let one = samples[probe]
            return (probe + 1..<max(samples.count, probe + 1)).compactMap { reference -> Comparison? in
                let other = samples[reference]
                guard !KnownExceptions.known.contains((name, one.finger), (name, other.finger)) else { return nil }
                return Comparison(
                    probe: probe, reference: reference, isMated: one.finger == other.finger,
                    score: score(one.descriptor, other.descriptor))
            }
        }.flatMap { $0 }
    }
}
