/// Brings the qualities of one template to the scale the matcher was measured on.
///
/// Qualities of minutiae are not comparable between extractors. What the score divides by falls much faster with
/// quality than what it adds up, so a template graded low all over would be alike to strangers. Hence:
///
/// - qualities that tell no minutia from another (all within ``MatcherConstants/telltaleQuality``) say nothing, and are
///   as if not reported;
/// - where the mean presence is below ``MatcherConstants/leastPresence``, all are raised in one proportion until it is
///   not: their order and ratios stay.
struct QualityScale {
    /// Percent of the stated quality.
    private let percent: Int
    private let isSilent: Bool

    /// - Complexity: O(*n* log) in the minutiae.
    init(_ minutiae: [PlacedMinutia]) {
        let qualities = minutiae.map(\.quality)
        let reported = qualities.filter { $0 > 0 }
        guard let most = reported.max(), let least = reported.min() else {
            (percent, isSilent) = (100, false)
            return
        }
        isSilent = reported.count == qualities.count && most - least <= MatcherConstants.telltaleQuality
        percent = isSilent ? 100 : Self.percent(qualities)
    }

    /// The least proportion from 100 on that gives enough presence, by halving.
    private static func percent(_ qualities: [UInt8]) -> Int {
        func isEnough(_ percent: Int) -> Bool {
            let presence = qualities.reduce(Float(0)) { $0 + Reliability.presenceByQuality[Int(scaled($1, percent))] }
            return presence >= MatcherConstants.leastPresence * Float(qualities.count)
        }
        if isEnough(100) { return 100 }
        // At this proportion every quality is full.
        var range = 100...10_000
        while range.count > 1 {
            let middle = (range.lowerBound + range.upperBound) / 2
            range = isEnough(middle) ? range.lowerBound...middle : middle + 1...range.upperBound
        }
        return range.lowerBound
    }

    private static func scaled(_ quality: UInt8, _ percent: Int) -> UInt8 {
        UInt8(min(100, (Int(quality) * percent + 50) / 100))
    }

    func apply(to minutiae: [PlacedMinutia]) -> [PlacedMinutia] {
        guard isSilent || percent != 100 else { return minutiae }
        return minutiae.map { minutia in
            var minutia = minutia
            minutia.quality = isSilent ? 0 : Self.scaled(minutia.quality, percent)
            return minutia
        }
    }
}
