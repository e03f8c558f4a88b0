package import TamgaTemplates

/// Where a template lies in its segment: lane of its position, block among those of the position, row in the block;
/// four bytes.
package struct RowAddress: Hashable, Sendable, BitwiseCopyable {
    package let bits: UInt32

    package init(bits: UInt32) { self.bits = bits }

    package init(position: FingerPosition, block: Int, row: Int) {
        bits = UInt32(position.lane) << 28 | UInt32(block) << 12 | UInt32(row)
    }

    /// Rows of a block that an address can tell apart.
    static let rowsPerBlock = 1 << 12
    /// Blocks of a position that an address can tell apart.
    static let blocksPerPosition = 1 << 16

    package var position: FingerPosition { FingerPosition(lane: Int(bits >> 28)) ?? .unknown }
    package var block: Int { Int(bits >> 12 & 0xFFFF) }
    package var row: Int { Int(bits & 0xFFF) }
}
