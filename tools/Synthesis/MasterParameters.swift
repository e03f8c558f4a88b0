/// What the master fingers of a population are like: shared by all difficulties, so that they show the same fingers.
///
/// Where each number comes from stands in docs/SYNTHESIS.md.
public struct MasterParameters: Hashable, Sendable {
    /// Minutiae per square pixel at 500 dpi where nothing makes them denser, drawn for each finger.
    public var density = 2.9e-4...4.9e-4
    /// Share of the surplus of beginning ridges that shows in the density, and in the directions.
    public var densityShare = 0.8
    public var directionShare = 1.0
    /// How strongly neighbouring minutiae depend on each other: 1 as measured, 0 not at all.
    public var interaction = 1.0
    /// Standard deviation of a minutia's direction from the ridge flow, radians.
    public var flowDeviation = 0.03
    /// How much denser minutiae lie at a core or a delta than elsewhere.
    public var crowding = 0.5
    /// How much the fields of two fingers of one class differ: 1 as drawn, 0 all alike.
    public var variety = 1.0

    /// The parameters fitted to the development sets.
    public init() {}
}
