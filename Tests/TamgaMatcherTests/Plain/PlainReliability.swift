import TamgaMatcher

/// The rules of crowding, minutia by minutia.
struct PlainReliability: Sendable {
    /// 0 to 1 each, in the order of the finger's minutiae.
    let evidence: [Float]
    let presence: [Float]

    /// Complexity: O(n^2).
    init(_ places: [SIMD2<Float>], _ qualities: [UInt8]) {
        var evidence: [Float] = []
        var presence: [Float] = []
        evidence.reserveCapacity(places.count)
        presence.reserveCapacity(places.count)
        for index in places.indices {
            let quality = Int(qualities[index])
            let crowded = Self.crowding(of: index, in: places)
            evidence.append(Reliability.evidenceByQuality[quality] * (1 - MatcherConstants.crowdedEvidence * crowded))
            presence.append(Reliability.presenceByQuality[quality] * (1 - MatcherConstants.crowdedPresence * crowded))
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
}
