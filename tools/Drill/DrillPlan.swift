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

/// The generator of Steele, Lea and Flood: the whole state is the seed.
struct DrillRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, _ stream: Int) { state = seed &+ UInt64(truncatingIfNeeded: stream) &* 0xD134_2543_DE82_EF95 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
