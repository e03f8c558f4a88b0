import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

// Writing to an open segment, by the holder of the gallery's writing lock only.
//
// Soundness of all that follows: what is written lies beyond every extent that was published, where no reader looks;
// readers learn of the longer extent through the lock that guards the snapshot, which orders these writes before
// their reads.
extension Segment {
    /// An empty segment with room for the shape. Its pages are committed as they are touched.
    static func growing(_ shape: SegmentShape) throws(SystemError) -> Segment {
        let layout = SegmentLayout(growing: shape)
        let block = BlockShape(rows: shape.rowsPerBlock, minutiae: shape.minutiaePerBlock)
        let region = try Region(bytes: layout.body + shape.blocks * block.byteCount)
        return Segment(region, layout, .grown)
    }

    /// Appends a person for whom there is room; returns the person's index.
    func append(_ person: GalleryPerson, _ shape: SegmentShape, _ extent: inout SegmentExtent) -> Int {
        let index = extent.persons
        for (ordinal, reference) in person.references.enumerated() {
            let address = append(reference, owner: index, ordinal: ordinal, shape, &extent)
            // SAFETY: beyond the published extent.
            unsafe region.write(UInt32.self, at: layout.addresses, count: layout.references)[extent.references] =
                address.bits
            extent.references += 1
        }
        let id = person.person.text.utf8
        // SAFETY: beyond the published extent.
        let pool = unsafe region.write(UInt8.self, at: layout.pool, count: layout.idBytes)
        for byte in id {
            precondition(extent.idBytes < layout.idBytes)
            unsafe pool[extent.idBytes] = byte
            extent.idBytes += 1
        }
        setPerson(index, person.number, extent)
        extent.persons += 1
        return index
    }

    /// A person's line in the tables, whose addresses and identifier end where the extent does.
    func setPerson(_ index: Int, _ number: UInt64, _ extent: SegmentExtent) {
        precondition(index < layout.persons)
        // SAFETY: in bounds as just checked, and beyond the published extent.
        unsafe region.write(UInt64.self, at: layout.numbers, count: layout.persons)[index] = number
        unsafe region.write(UInt32.self, at: layout.idEnds, count: layout.persons)[index] = UInt32(extent.idBytes)
        unsafe region.write(UInt32.self, at: layout.addressEnds, count: layout.persons)[index] =
            UInt32(extent.references)
    }

    private func append(
        _ reference: GalleryReference, owner: Int, ordinal: Int, _ shape: SegmentShape, _ extent: inout SegmentExtent
    ) -> RowAddress {
        let position = reference.position
        let lane = position.lane
        if !hasRoom(for: reference.descriptor.count, at: position, extent) { openBlock(at: position, shape, &extent) }
        let number = extent.blocks(at: position) - 1
        let row = extent.rowsOfLast(at: position)
        let index = blockIndex(at: position, number)
        let writer = BlockWriter(region, at: blockStart(index), blockShape(index))
        writer.set(row, reference.descriptor, owner: owner, ordinal: ordinal)
        extent.rowsOfLast[lane] += 1
        return RowAddress(position: position, block: number, row: row)
    }

    private func hasRoom(for minutiae: Int, at position: FingerPosition, _ extent: SegmentExtent) -> Bool {
        let blocks = extent.blocks(at: position)
        guard blocks > 0 else { return false }
        let last = block(at: position, blocks - 1, within: extent)
        let shape = blockShape(blockIndex(at: position, blocks - 1))
        return last.count < shape.rows && last.minutiae + minutiae <= shape.minutiae
    }

    /// Closes the last block of the position and begins another.
    private func openBlock(at position: FingerPosition, _ shape: SegmentShape, _ extent: inout SegmentExtent) {
        let lane = position.lane
        let blocks = extent.blocks(at: position)
        if blocks > 0 { setClosedRows(blockIndex(at: position, blocks - 1), extent.rowsOfLast(at: position)) }
        let block = BlockShape(rows: shape.rowsPerBlock, minutiae: shape.minutiaePerBlock)
        setBlock(
            extent.blocks, at: position, number: blocks, start: layout.body + extent.blocks * block.byteCount, block)
        extent.blocks += 1
        extent.blocksByPosition[lane] += 1
        extent.rowsOfLast[lane] = 0
    }

    /// Enters a block into the tables.
    func setBlock(_ index: Int, at position: FingerPosition, number: Int, start: Int, _ shape: BlockShape) {
        precondition(index < layout.blocks && number < layout.blocksPerPosition)
        let entry = position.lane * layout.blocksPerPosition + number
        // SAFETY: in bounds as just checked, and beyond the published extent.
        unsafe region.write(UInt64.self, at: layout.blockStarts, count: layout.blocks)[index] = UInt64(start)
        unsafe region.write(SIMD2<UInt32>.self, at: layout.blockShapes, count: layout.blocks)[index] =
            SIMD2(UInt32(shape.rows), UInt32(shape.minutiae))
        unsafe region.write(UInt16.self, at: layout.directory, count: layout.directoryEntries)[entry] = UInt16(index)
    }

    func setClosedRows(_ index: Int, _ rows: Int) {
        precondition(index < layout.blocks)
        // SAFETY: in bounds as just checked; of a block that no published extent shows a successor of, the extent
        // itself says how many rows there are, and this entry is not read.
        unsafe region.write(UInt32.self, at: layout.closedRows, count: layout.blocks)[index] = UInt32(rows)
    }
}
