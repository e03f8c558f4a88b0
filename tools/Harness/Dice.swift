/// A generator whose whole state is a seed and a stream's number (Steele, Lea and Flood, SplitMix64).
public struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The generator of a stream: different numbers for each stream of a seed.
    public init(seed: UInt64, stream: UInt64) {
        state = seed &+ stream &* 0xD1B5_4A32_D192_ED03
        _ = next()
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of the range, all alike.
    public mutating func next(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
