import TamgaMatcher

/// How wide the stages of a search are and from where on a score says something.
///
/// docs/MATCHING.md and docs/PERFORMANCE.md have what the widths cost and what they lose.
public struct SearchParameters: Hashable, Sendable {
    /// Fingers that a person and a probe have to have in common before a search says that the person is not the
    /// probe's; of somebody who has fewer, and a probe of fewer, all. No search is made differently for it.
    public var leastShared = 4
    /// Templates that S1 passes on to S3 where the probe is one finger.
    public var survivors = StageWidth(least: 3_000, perMillion: 30_000)
    /// Templates that S1 passes on to S4 at once, without S3, in a look of one finger in which nobody reached the
    /// threshold: who is not found easily is looked for harder. Beyond the usual rotation, where S1 and S4 cost more,
    /// it is the `survivors`. Nil for no such second helping.
    public var reach: StageWidth? = StageWidth(least: 3_000, perMillion: 50_000)
    /// Persons that S3 passes on to S4 where the probe is one finger.
    public var preselected = StageWidth(least: 512, perMillion: 5_000)
    /// Persons that S4 passes on to the exact comparison where the probe is one finger.
    public var finalists = StageWidth(least: 128, perMillion: 400)
    /// Persons who are left after the first finger of several, after the second, and so on; after the last of them,
    /// and where the probe has no more, `severalSurvivors` go on.
    public var narrowing = [
        StageWidth(least: 2_048, perMillion: 250_000), StageWidth(least: 1_024, perMillion: 60_000),
        StageWidth(least: 768, perMillion: 20_000),
    ]
    public var severalSurvivors = StageWidth(least: 512, perMillion: 5_000)
    public var severalPreselected = StageWidth(least: 64, perMillion: 250)
    public var severalFinalists = StageWidth(least: 32, perMillion: 100)
    /// Comparisons by B in one look at most, beside those with whom an earlier look listed: of persons with many
    /// templates, or for a probe with many views, fewer are compared exactly; of the templates the search may be
    /// about ...
    public var exactComparisons = StageWidth(least: 8_000, perMillion: 10_000)
    /// ... but never fewer persons than this.
    public var leastExactPersons = 4
    /// Fused score below which a person is not listed: at 1.0 one stranger in ten gets there by chance.
    public var floor: Float = 1
    /// Fused score that makes a look beyond the usual rotation needless in a verification; a search goes by its
    /// threshold.
    public var decision: Float = 4

    /// The widths and scores a search has where nobody says otherwise.
    public init() {}
}

/// How many a stage passes on: a share of all, but never fewer than some.
public struct StageWidth: Hashable, Sendable {
    public var least: Int
    /// Of all: templates for a probe of one finger, persons for one of several.
    public var perMillion: Int

    /// At least `least`, and at least this share.
    public init(least: Int, perMillion: Int) {
        (self.least, self.perMillion) = (least, perMillion)
    }

    /// The width for so many, rounded up.
    public func of(_ count: Int) -> Int { max(least, (count * perMillion + 999_999) / 1_000_000) }
}

extension SearchParameters {
    /// The widths of one look.
    struct Widths {
        /// Fingers that everybody still in question is scanned for.
        let scanned: Int
        private let narrowing: [Int]
        let survivors: Int
        let reach: Int
        let preselected: Int
        let finalists: Int

        init(_ parameters: SearchParameters, fingers: Int, everybody: Int, within rotation: Rotation) {
            scanned = max(1, min(fingers, parameters.narrowing.count + 1))
            let isOne = fingers == 1
            survivors = (isOne ? parameters.survivors : parameters.severalSurvivors).of(everybody)
            let reaches = isOne && rotation.steps <= Rotation.usual.steps
            reach = max(survivors, reaches ? parameters.reach?.of(everybody) ?? 0 : 0)
            preselected = (isOne ? parameters.preselected : parameters.severalPreselected).of(everybody)
            finalists = (isOne ? parameters.finalists : parameters.severalFinalists).of(everybody)
            narrowing = parameters.narrowing.map { $0.of(everybody) }
        }

        /// Persons to go on with after so many fingers.
        func after(_ fingers: Int) -> Int { fingers < scanned ? narrowing[fingers - 1] : reach }
    }
}
