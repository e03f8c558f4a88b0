/// Segments and blocks for one thread that reads row after row: held until it needs others.
///
/// Whoever takes hold of a segment, or lets go of it, changes a count that all threads share. Done for each of many
/// rows on every core, that takes longer than the reading.
struct RowReader {
    private let slots: SlotRow
    private var number: UInt32 = 0
    private(set) var slot: SegmentSlot
    private var held: RowBlock?

    /// - Parameter slots: one at least.
    init(_ slots: SlotRow) {
        self.slots = slots
        slot = slots[0]
    }

    mutating func move(to number: UInt32) {
        guard number != self.number else { return }
        (self.number, slot, held) = (number, slots[number], nil)
    }

    /// The block of a template of the segment at hand.
    mutating func block(of address: RowAddress) -> RowBlock {
        if let held, held.position == address.position, held.number == address.block { return held }
        let block = slot.blocks(at: address.position)[address.block]
        held = block
        return block
    }
}
