/// How much a minutia says: the rules of template hygiene, all in one place.
///
/// Nothing is thrown away. Extractors put weak ridge ends along a cropped outline, and report one minutia twice or two
/// that are none where ridges are broken; such minutiae are repeated in another impression less often than others,
/// and by how much less was measured (docs/MATCHING.md). A minutia that is paired counts by its `evidence`; one that
/// should be there in the other finger, whether it is or not, by its `presence`.
/// What crowding takes from either is counted in `PointColumns`.
package enum Reliability {
    /// Weight in the cylinders of neighbours, by quality.
    package static let neighbourByQuality = powers(MatcherConstants.neighbourPower)
    package static let evidenceByQuality = powers(MatcherConstants.evidencePower)
    package static let presenceByQuality = powers(MatcherConstants.presencePower)

    private static func powers(_ power: Double) -> [Float] {
        (0...Int(UInt8.max)).map { Float(ExactMath.exp(power * ExactMath.ln(byQuality($0)))) }
    }

    /// From the least, at poor quality, to 1; quality 0 is "not reported".
    private static func byQuality(_ quality: Int) -> Double {
        guard quality > 0 else { return 1 }
        let poor = MatcherConstants.poorQuality
        let rise = (Double(quality) - poor) / (MatcherConstants.fullQuality - poor)
        guard rise > 0 else { return MatcherConstants.leastReliability }
        guard rise < 1 else { return 1 }
        let share = ExactMath.exp(MatcherConstants.reliabilityPower * ExactMath.ln(rise))
        return MatcherConstants.leastReliability + (1 - MatcherConstants.leastReliability) * share
    }
}
