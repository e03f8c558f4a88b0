import TamgaMatcher

/// Writes rows into a block that nobody reads there yet.
@safe
struct BlockWriter {
    // SAFETY: the pointers lead into `region`, which this value holds; every write is checked against `shape`.
    private let region: Region
    private let shape: BlockShape
    private let signatures: UnsafeMutablePointer<UInt64>
    private let angles: UnsafeMutablePointer<UInt8>
    private let places: UnsafeMutablePointer<UInt32>
    private let ends: UnsafeMutablePointer<UInt32>
    private let owners: UnsafeMutablePointer<UInt32>
    private let ordinals: UnsafeMutablePointer<UInt16>

    init(_ region: Region, at offset: Int, _ shape: BlockShape) {
        (self.region, self.shape) = (region, shape)
        // SAFETY: the region checks the bounds of each column.
        unsafe signatures = unsafe region.write(UInt64.self, at: offset + shape.signatures, count: 2 * shape.minutiae)
        unsafe angles = unsafe region.write(UInt8.self, at: offset + shape.angles, count: shape.minutiae)
        unsafe places = unsafe region.write(UInt32.self, at: offset + shape.places, count: shape.minutiae)
        unsafe ends = unsafe region.write(UInt32.self, at: offset + shape.ends, count: shape.rows)
        unsafe owners = unsafe region.write(UInt32.self, at: offset + shape.owners, count: shape.rows)
        unsafe ordinals = unsafe region.write(UInt16.self, at: offset + shape.ordinals, count: shape.rows)
    }

    private func start(of row: Int) -> Int {
        precondition(row >= 0 && row < shape.rows)
        // SAFETY: in bounds as just checked; the row before was written.
        return row == 0 ? 0 : Int(unsafe ends[row - 1])
    }

    /// The row after the last one written.
    func set(_ row: Int, _ finger: FingerDescriptor, owner: Int, ordinal: Int) {
        let start = start(of: row)
        precondition(start + finger.count <= shape.minutiae)
        let places = finger.places
        precondition(finger.signatures.count == 2 * finger.count && places.count == finger.count)
        // SAFETY: in bounds as just checked; the arrays are read during the calls.
        _ = unsafe UnsafeMutableBufferPointer(start: signatures + 2 * start, count: 2 * finger.count)
            .update(fromContentsOf: finger.signatures)
        _ = unsafe UnsafeMutableBufferPointer(start: angles + start, count: finger.count)
            .update(fromContentsOf: finger.angles)
        _ = unsafe UnsafeMutableBufferPointer(start: self.places + start, count: finger.count)
            .update(fromContentsOf: places)
        finish(row, end: start + finger.count, owner: owner, ordinal: ordinal)
    }

    /// The row after the last one written, from another block.
    func copy(_ row: Int, from block: RowBlock, _ other: Int, owner: Int, ordinal: Int) {
        let start = start(of: row)
        let range = block.minutiae(other)
        precondition(start + range.count <= shape.minutiae)
        // SAFETY: in bounds as just checked, and two blocks do not overlap.
        unsafe (signatures + 2 * start).update(from: block.signatures + 2 * range.lowerBound, count: 2 * range.count)
        unsafe (angles + start).update(from: block.angles + range.lowerBound, count: range.count)
        unsafe (places + start).update(from: block.places + range.lowerBound, count: range.count)
        finish(row, end: start + range.count, owner: owner, ordinal: ordinal)
    }

    private func finish(_ row: Int, end: Int, owner: Int, ordinal: Int) {
        // SAFETY: the caller has checked the row.
        unsafe ends[row] = UInt32(end)
        unsafe owners[row] = UInt32(owner)
        unsafe ordinals[row] = UInt16(ordinal)
    }
}
