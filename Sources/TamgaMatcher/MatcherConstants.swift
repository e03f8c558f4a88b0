/// Every constant of the algorithm, with its unit and where it comes from.
///
/// "MCC" is Cappelli, Ferrara, Maltoni, "Minutia Cylinder-Code", IEEE TPAMI 32(12), 2010. "Measured" means
/// chosen on the development sets with tamga-eval; docs/MATCHING.md has the figures.
package enum MatcherConstants {
    /// Minutiae kept of a template, by quality. Measured: more cost time and bring nothing.
    package static let minutiae = 64

    // Reliability: how much a minutia says, by quality and place (Descriptor/Reliability.swift). Fitted together on the
    // development sets; docs/MATCHING.md has what each is worth.
    /// Reliability of a minutia of the lowest quality; 1 for the highest, and where quality is not reported.
    package static let leastReliability = 0.34
    /// Mean presence of the minutiae of a template, at least: see ``QualityScale``.
    package static let leastPresence: Float = 0.15
    /// Qualities of a template that lie within so many of each other say nothing.
    package static let telltaleQuality: UInt8 = 4
    /// Reported quality up to which a minutia has the least reliability, and from which it has all.
    package static let poorQuality = 5.0
    package static let fullQuality = 67.0
    /// Power by which reliability rises with quality between the two.
    package static let reliabilityPower = 1.38
    /// Powers of reliability by which a minutia counts when it is paired, and when it is missed.
    package static let evidencePower = 0.4
    package static let presencePower = 3.2
    /// Power of reliability by which a minutia counts in its neighbours' cylinders.
    package static let neighbourPower = 0.5
    /// A minutia with another this near (pixels) is crowded; the effect fades over the width.
    package static let crowdedDistance: Float = 6
    package static let crowdedWidth: Float = 28
    /// What the most crowded minutia loses of its evidence, and of its presence.
    package static let crowdedEvidence: Float = 0.37
    package static let crowdedPresence: Float = 0.82

    // The cylinder (MCC, without hull and validity masks, which bought nothing).
    /// Radius of a cylinder, pixels.
    package static let radius: Float = 75
    /// Cells along the side of the grid.
    package static let cellsPerSide = 8
    /// Angular sections.
    package static let sections = 5
    /// Standard deviation of a neighbour's place, pixels.
    package static let placeSigma = 28.0 / 3
    /// Standard deviation of a neighbour's direction, radians.
    package static let directionSigma = 0.6
    /// Cell value from which its bit is set.
    package static let bitThreshold: Float = 0.006

    // The signature.
    /// Bits of a signature.
    package static let signatureBits = 128

    // S1: every finger of the gallery.
    /// Largest Hamming distance that still counts.
    package static let s1Distance = 50
    /// Added to a number of minutiae (S1: the reference's; S3: the smaller) before its square root divides a score.
    package static let normalOffset: Float = 12

    // S3: pairwise geometry on the survivors.
    package static let s3Pairs = 32
    /// Tolerance of a place: `error^2 < base^2 + (slope x distance)^2`, pixels.
    package static let s3Base: Float = 14
    package static let s3Slope: Float = 0.2
    /// Tolerance of rotation between two pairs, 1/256 turn (25 degrees).
    package static let s3Rotation = 18

    // S4: the fingers laid upon each other. Measured.
    /// Motions that are tried, from the pivots with the most support in S3.
    package static let s4Motions = 2
    /// Added to the overlap in the denominator, minutiae.
    package static let s4OverlapOffset: Float = 4
    /// A minutia lies where the other finger was seen as far as this outside the frame of its minutiae, pixels.
    package static let s4Margin: Float = 7

    // A soft count of minutiae that come to lie near one another, for S4 and B: how far, how much turned (pixels^2 and
    // radians), and what they count, `exp(-distance^2/place - angle^2/turn)`.
    package static let nearSquared: Float = 484
    package static let nearTurn: Float = 1.2
    package static let softPlace: Float = 200
    package static let softTurn: Float = 0.18

    // B: the exact comparison. All measured.
    package static let fewestPairs = 24
    package static let mostPairs = 60
    package static let pairSimilarity: Float = 0.15
    package static let lengthBase: Float = 8
    package static let lengthSlope: Float = 0.09
    /// Radians.
    package static let rotationTolerance: Float = 0.5
    package static let relaxationRounds = 4
    package static let supportCompatibility: Float = 0.25
    package static let hypotheses = 6
    package static let refined = 2
    /// Pairing gates: distance in pixels, angle in radians.
    package static let coarsePairing = PairingGate(distance: 26, angle: 0.6)
    package static let finePairing = PairingGate(distance: 14, angle: 0.5)
    package static let elasticPairing = PairingGate(distance: 13, angle: 0.45)
    /// Standard deviation of the smoothing of residuals, pixels, and how often it is done.
    package static let elasticSigma: Float = 45
    package static let elasticRounds = 2

    // The score of a pairing. Fitted together with the reliability.
    /// Weight of a pair: `exp(-distance^2/a - angle^2/b)`, pixels^2 and radians^2.
    package static let placeDecay: Float = 67
    package static let angleDecay: Float = 0.18
    /// Hamming distance of signatures at which a pair has no likeness left.
    package static let likenessEnd: Float = 127
    /// The hull of the other finger is dilated by this, pixels.
    package static let hullDilation: Float = 7
    /// Added to the overlap in the denominator of a score, minutiae.
    package static let overlapOffset: Float = 1.5
}

/// How near two minutiae must lie to be paired: pixels and radians.
package struct PairingGate: Sendable {
    package var distance: Float
    package var angle: Float
}
