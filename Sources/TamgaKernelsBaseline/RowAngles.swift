internal import CVectors

/// The sorted directions of one row as one vector: where a direction would stand is a count of smaller ones.
struct RowAngles {
    /// Directions the vector holds; a row of more is visited whole.
    static let held = 64

    /// The row's directions, in their order; all other bytes are 255, which is smaller than no direction.
    private let bytes: SIMD64<UInt8>
    private let count: Int
    private let isHeld: Bool

    /// - Parameters:
    ///   - angles: directions of all rows; ascending within a row.
    ///   - start: index of the row's first.
    ///   - count: how many belong to the row.
    ///   - last: how many there are of all rows.
    @inline(__always)
    init(_ angles: UnsafePointer<UInt8>, start: Int, count: Int, last: Int) {
        self.count = count
        isHeld = count <= Self.held && last >= Self.held
        guard isHeld else {
            bytes = SIMD64(repeating: 255)
            return
        }
        let from = start &+ Self.held <= last ? start : last &- Self.held
        let places = SIMD64<UInt8>(
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
            29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55,
            56, 57, 58, 59, 60, 61, 62, 63)
        let before = SIMD64<UInt8>(repeating: UInt8(truncatingIfNeeded: start &- from))
        let others = places &- before .>= SIMD64<UInt8>(repeating: UInt8(truncatingIfNeeded: count))
        // SAFETY: 64 bytes from there on are directions; a mask of bytes is bytes, all ones where it holds; all types
        // are 64 bytes. As words, because the library joins only shorter vectors without a loop.
        let read = unsafe UnsafeRawPointer(angles + from).loadUnaligned(as: SIMD8<UInt64>.self)
        let filled = unsafe read | unsafeBitCast(others, to: SIMD8<UInt64>.self)
        bytes = unsafe unsafeBitCast(filled, to: SIMD64<UInt8>.self)
    }

    /// The places whose directions lie in a window: the first, and how many from there on, round the end of the row.
    @inline(__always)
    func range(from start: UInt8, steps: Int) -> (from: Int, visits: Int) {
        guard steps < 256, isHeld else { return (0, count) }
        let stop = Int(start) &+ steps
        let before = below(start)
        let visits = below(UInt8(truncatingIfNeeded: stop)) &- before &+ (stop < 256 ? 0 : count)
        return (before == count ? 0 : before, visits)
    }

    /// How many of the row's directions are smaller.
    @inline(__always)
    private func below(_ direction: UInt8) -> Int { CVectors_below(bytes, direction).nonzeroBitCount }
}
