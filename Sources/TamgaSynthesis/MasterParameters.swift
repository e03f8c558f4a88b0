/// What the master fingers of a population are like: shared by all difficulties, so that they show the same fingers.
///
/// Where each number comes from stands in docs/SYNTHESIS.md.
public struct MasterParameters: Hashable, Sendable {
    /// Minutiae per square pixel at 500 dpi where nothing makes them denser, drawn for each finger.
    public var density = 2.3e-4...3.7e-4
    /// Share of the surplus of beginning ridges that shows in the density, and in the directions.
    public var densityShare = 0.8
    public var directionShare = 1.0
    /// How strongly neighbouring minutiae depend on each other: 0 not at all; fitted.
    public var interaction = 2.8
    /// Standard deviation of a minutia's direction from the ridge flow, radians.
    public var flowDeviation = 0.03
    /// How much denser minutiae lie at a core or a delta than elsewhere.
    public var crowding = 1.3
    /// How much the fields of two fingers of one class differ: 1 as drawn, 0 all alike.
    public var variety = 1.7

    /// The parameters fitted to the development sets.
    public init() {}
}
