/// How wide the stages of a search are and from where on a score says something.
public struct SearchParameters: Hashable, Sendable {
    /// References that stage 1 passes on for each finger of the probe: at least so many ...
    public var leastSurvivors = 512
    /// ... and at least this share of those compared, in thousandths.
    public var survivorsPerThousand = 50
    /// Persons that stage 2 passes on to the exact comparison: at least so many ...
    public var leastFinalists = 64
    /// ... and at least this share of the persons in the snapshot, in thousandths.
    public var finalistsPerThousand = 5
    /// Comparisons by B in one look at most: of persons with many templates, or for a probe with many views, fewer
    /// are compared exactly ...
    public var exactComparisons = 8_000
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
