import TamgaMatcher
import TamgaTemplates

/// One way to look for a probe: how far turned, and what its positions are taken for.
struct Look: Sendable {
    let swap: FingerSwap
    let rotation: Rotation
    /// What the first two stages go by.
    let scanned: PreparedProbe
    /// The fingers as the exact comparison pairs them, which is what it costs.
    private let paired: PreparedProbe

    init(_ probe: PreparedProbe, _ swap: FingerSwap, within rotation: Rotation) {
        (self.swap, self.rotation) = (swap, rotation)
        switch swap {
        case .none: (scanned, paired) = (probe, probe)
        case .handsExchanged:
            let mirrored = probe.mirrored()
            (scanned, paired) = (mirrored, mirrored)
        case .fingersExchanged:
            scanned = probe.unlabelled(atMost: SwapRule.scannedFingers)
            paired = probe.unlabelled(atMost: probe.fingers.count)
        }
    }

    /// Whether a look that found nobody goes on: several fingers leave nobody out as it is.
    func reachesFurther(_ parameters: SearchParameters) -> Bool {
        parameters.reach != nil && scanned.fingers.count == 1
    }

    /// Exact comparisons with a person who has templates of these positions: views times templates they may equal.
    func comparisons(with positions: some Sequence<FingerPosition>) -> Int {
        positions.reduce(0) { sum, position in
            sum + paired.fingers.reduce(0) { $0 + ($1.position.mayEqual(position) ? $1.views.count : 0) }
        }
    }
}

/// What was found by a look: persons above the floor, best first.
struct Sighting: Sendable {
    let look: Look
    var candidates: [SearchPlan.Found]

    func reaches(_ threshold: IdentificationThreshold) -> Bool {
        candidates.first.map { threshold.isReached(by: $0.score) } ?? false
    }
}
