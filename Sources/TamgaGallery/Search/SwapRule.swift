/// When a finger is believed to be another one than its position says.
///
/// Every further way to read the positions is another chance for a stranger. Wrong positions are rare, so a reading
/// against them has to be surer by `penalty` decades: it then adds a tenth of a chance, not a whole one.
package enum SwapRule {
    /// Decades taken off the fused score of a reading against the positions.
    package static let penalty: Float = 1
    /// What such a reading adds to a person's chances: 10 to the power of -`penalty`.
    package static let chance = 0.1
    /// A finger that reaches this score at its own position is where it belongs and is looked for nowhere else.
    static let settledScore: Float = 2
    /// The score a finger must reach at another position, corrected for all the comparisons made crosswise ...
    static let leastScore: Float = 3
    /// ... and by how much it must beat the one at its own.
    static let leastMargin: Float = 1.5
    /// Fingers of the probe that are scanned against all positions: two are enough to choose whom to compare exactly,
    /// and ten would cost ten times ten scans.
    static let scannedFingers = 2
    /// Candidates of a look as labelled whose fingers are compared crosswise: the hits, or else the best ones.
    static let crossedCandidates = 16

    /// Whether a score against the positions is high enough, and clearly better than the one that goes by them.
    package static func isConvincing(_ score: Float, against own: Float) -> Bool {
        score >= leastScore && score >= own + leastMargin
    }
}
