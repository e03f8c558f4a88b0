import TamgaIdentification

/// A clock that stands.
struct FixedClock: WallClock {
    var time: Int64

    func millisecondsSince1970() -> Int64 { time }
    func monotonicMicroseconds() -> UInt64 { 0 }
}
