/// How large a drill is, and from what seed its persons and its load come.
public struct DrillPlan: Hashable, Sendable {
    public var seed: UInt64
    /// Persons enrolled, 8 to 100,000.
    public var persons: Int
    /// Searches sent to both servers, 1 to 1,000,000.
    public var probes: Int
    /// Connections that change and search at the same time.
    public var connections = 4

    /// A drill of these sizes.
    public init(seed: UInt64, persons: Int, probes: Int) {
        (self.seed, self.persons, self.probes) = (seed, persons, probes)
    }

    /// Persons who are probed: one in five is not enrolled.
    var probed: Int { persons + max(1, persons / 4) }
}
