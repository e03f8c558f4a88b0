/// What a stage of the exact comparison arrived at, for whoever wants to look.
package enum ComparisonStage: Sendable {
    /// The pairs an alignment is built from, and how strong they are after they supported each other.
    case pairs(CandidatePairs, strengths: [Float])
    /// A motion worth looking at, and the soft count it is ranked by; in the order they were found.
    case hypothesis(RigidMotion, softCount: Float)
    /// A motion refined: where the probe came to lie, what was paired, and what that is worth.
    case refined(RigidMotion, places: [SIMD2<Float>], pairs: [Pairing.Pair], PairingScore)
}

/// Sees the stages of a comparison as they are done. Without one nothing is collected: the cost is a test for nil.
package typealias ComparisonSink = (ComparisonStage) -> Void
