/// How far a probe may be turned against a reference.
public struct Rotation: Hashable, Sendable {
    /// 1/256 turn, 0 to 128.
    public let steps: Int

    /// - Returns: nil for a value outside 0 to 128 (half a turn).
    public init?(steps: Int) {
        guard (0...128).contains(steps) else { return nil }
        self.steps = steps
    }

    private init(trusted steps: Int) { self.steps = steps }

    /// Any rotation: half a turn either way.
    public static let any = Rotation(trusted: 128)
    /// 60 degrees either way: a finger laid down as usual.
    public static let usual = Rotation(trusted: 43)
}
