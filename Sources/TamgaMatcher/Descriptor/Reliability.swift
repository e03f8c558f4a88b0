/// How much a minutia says: the rules of template hygiene, all in one place.
///
/// Nothing is thrown away. Extractors put weak ridge ends along a cropped outline, and report one minutia twice or two
/// that are none where ridges are broken; such minutiae are repeated in another impression less often than others,
/// and by how much less was measured (docs/MATCHING.md). A minutia that is paired counts by its `evidence`; one that
/// should be there in the other finger, whether it is or not, by its `presence`.
package struct Reliability: Sendable {
    /// 0 to 1 each, in the order of the finger's minutiae.
    package let evidence: [Float]
    package let presence: [Float]

    /// Complexity: O(n^2).
    package init(_ places: [SIMD2<Float>], _ qualities: [UInt8]) {
        var evidence: [Float] = []
        var presence: [Float] = []
        evidence.reserveCapacity(places.count)
        presence.reserveCapacity(places.count)
        for index in places.indices {
            let quality = Int(qualities[index])
            let crowded = Self.crowding(of: index, in: places)
            evidence.append(Self.evidenceByQuality[quality] * (1 - MatcherConstants.crowdedEvidence * crowded))
            presence.append(Self.presenceByQuality[quality] * (1 - MatcherConstants.crowdedPresence * crowded))
        }
        self.evidence = evidence
        self.presence = presence
    }

    /// 1 where another minutia lies as near as may be, 0 where none is near.
    private static func crowding(of index: Int, in places: [SIMD2<Float>]) -> Float {
        var nearest = Float.greatestFiniteMagnitude
        for (other, place) in places.enumerated() where other != index {
            let apart = place - places[index]
            nearest = min(nearest, (apart * apart).sum())
        }
        let beyond = nearest.squareRoot() - MatcherConstants.crowdedDistance
        return min(max(1 - beyond / MatcherConstants.crowdedWidth, 0), 1)
    }

    /// Weight in the cylinders of neighbours, by quality.
    package static let neighbourByQuality = powers(MatcherConstants.neighbourPower)
    package static let evidenceByQuality = powers(MatcherConstants.evidencePower)
    private static let presenceByQuality = powers(MatcherConstants.presencePower)

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
