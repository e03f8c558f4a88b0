/// The time, handed in from outside.
public protocol WallClock: Sendable {
    /// Milliseconds since 1970 UTC: what is written down.
    func millisecondsSince1970() -> Int64
    /// Microseconds since any fixed moment, never backwards: what is measured with.
    func monotonicMicroseconds() -> UInt64
}
