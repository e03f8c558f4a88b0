import TamgaTemplates

/// A piece of a snapshot that is scanned in one go: some blocks of one position of one segment.
struct ScanPart: Sendable {
    /// The segment, among all of the snapshot.
    let slot: UInt32
    let key: Key

    /// The same piece in any snapshot that has it, so that scans of different snapshots can share a pass.
    struct Key: Hashable, Comparable, Sendable {
        let shard: UInt32
        let segment: UInt32
        let position: FingerPosition
        /// The first block; a part has up to ``GalleryLimits/blocksPerPart``.
        let block: Int

        static func < (one: Key, other: Key) -> Bool {
            if one.shard != other.shard { return one.shard < other.shard }
            if one.segment != other.segment { return one.segment < other.segment }
            if one.position != other.position { return one.position.lane < other.position.lane }
            return one.block < other.block
        }
    }
}

/// The segments of all shards in one row, each with its shard: an index into it stands for a segment.
struct SlotRow: Sendable {
    let slots: [SegmentSlot]
    private let shards: [UInt32]

    init(_ states: [ShardState]) {
        var slots: [SegmentSlot] = []
        var shards: [UInt32] = []
        for (shard, state) in states.enumerated() {
            for slot in state.slots {
                slots.append(slot)
                shards.append(UInt32(shard))
            }
        }
        (self.slots, self.shards) = (slots, shards)
    }

    subscript(index: UInt32) -> SegmentSlot { slots[Int(index)] }

    /// Everything that has templates of these positions, in ascending order of the keys.
    func parts(of positions: PositionSet) -> [ScanPart] {
        var parts: [ScanPart] = []
        for (index, slot) in slots.enumerated() {
            for position in FingerPosition.allCases where positions.contains(position) {
                let blocks = slot.blocks(at: position).count
                for block in stride(from: 0, to: blocks, by: GalleryLimits.blocksPerPart) {
                    let key = ScanPart.Key(
                        shard: shards[index], segment: slot.id, position: position, block: block)
                    parts.append(ScanPart(slot: UInt32(index), key: key))
                }
            }
        }
        return parts
    }
}
