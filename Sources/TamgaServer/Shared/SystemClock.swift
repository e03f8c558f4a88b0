import Foundation
public import TamgaIdentification

/// The clock of the system.
public struct SystemClock: WallClock {
    private let start = ContinuousClock.now

    /// Its monotonic time begins here.
    public init() {}

    public func millisecondsSince1970() -> Int64 {
        Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down))
    }

    public func monotonicMicroseconds() -> UInt64 {
        let (seconds, attoseconds) = start.duration(to: .now).components
        return UInt64(clamping: seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    }
}
