import TamgaTemplates

/// How much of a segment a snapshot sees: everything below these counts, which never changes any more.
struct SegmentExtent: Hashable, Sendable {
    var persons = 0
    var references = 0
    var idBytes = 0
    /// Blocks of all positions.
    var blocks = 0
    /// By the lane of the position: its blocks, and the rows of the last of them.
    var blocksByPosition = SIMD16<UInt16>.zero
    var rowsOfLast = SIMD16<UInt16>.zero

    func blocks(at position: FingerPosition) -> Int { Int(blocksByPosition[position.lane]) }
    func rowsOfLast(at position: FingerPosition) -> Int { Int(rowsOfLast[position.lane]) }
}
