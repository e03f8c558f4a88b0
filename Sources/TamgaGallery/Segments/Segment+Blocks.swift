import TamgaTemplates

extension Segment {
    /// A block among those of its position, as far as the caller knows it to be published.
    func block(at position: FingerPosition, _ number: Int, rows: Int) -> RowBlock {
        let index = blockIndex(at: position, number)
        return RowBlock(
            region, at: blockStart(index), blockShape(index), position: position, number: number, count: rows)
    }

    /// A block as large as the extent says.
    func block(at position: FingerPosition, _ number: Int, within extent: SegmentExtent) -> RowBlock {
        let isLast = number == extent.blocks(at: position) - 1
        let rows = isLast ? extent.rowsOfLast(at: position) : closedRows(blockIndex(at: position, number))
        return block(at: position, number, rows: rows)
    }

    func blockIndex(at position: FingerPosition, _ number: Int) -> Int {
        precondition(number >= 0 && number < layout.blocksPerPosition)
        let entry = position.lane * layout.blocksPerPosition + number
        // SAFETY: in bounds as just checked; the block was published, its entry before it.
        return Int(unsafe region.read(UInt16.self, at: layout.directory, count: layout.directoryEntries)[entry])
    }

    func blockStart(_ index: Int) -> Int {
        precondition(index >= 0 && index < layout.blocks)
        // SAFETY: in bounds as just checked; the block was published, its entry before it.
        // What a file says is compared before it is used.
        return Int(
            truncatingIfNeeded: unsafe region.read(UInt64.self, at: layout.blockStarts, count: layout.blocks)[index])
    }

    func blockShape(_ index: Int) -> BlockShape {
        precondition(index >= 0 && index < layout.blocks)
        // SAFETY: in bounds as just checked; the block was published, its entry before it.
        let entry = unsafe region.read(SIMD2<UInt32>.self, at: layout.blockShapes, count: layout.blocks)[index]
        return BlockShape(rows: Int(entry.x), minutiae: Int(entry.y))
    }

    /// Rows of a block that has a successor at its position.
    func closedRows(_ index: Int) -> Int {
        precondition(index >= 0 && index < layout.blocks)
        // SAFETY: in bounds as just checked; written once, before the successor was published.
        return Int(unsafe region.read(UInt32.self, at: layout.closedRows, count: layout.blocks)[index])
    }
}

/// The blocks of one position that an extent shows, one after the other, made as they are asked for.
package struct RowBlocks: RandomAccessCollection, Sendable {
    private let segment: Segment
    private let extent: SegmentExtent
    private let position: FingerPosition

    init(_ segment: Segment, _ extent: SegmentExtent, _ position: FingerPosition) {
        (self.segment, self.extent, self.position) = (segment, extent, position)
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { extent.blocks(at: position) }
    package subscript(index: Int) -> RowBlock { segment.block(at: position, index, within: extent) }
}
