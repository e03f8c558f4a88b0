package import TamgaMatcher
package import TamgaTemplates

/// Templates of one position that a snapshot may see, as columns the scan runs over; about 256 KiB at most.
///
/// A row is a template. Row `r` has the minutiae `ends[r - 1] ..< ends[r]`, ascending by angle. The columns stay
/// while the block is held.
// SAFETY: the pointers lead into `region`, which this value holds; rows below `count` never change any more, and rows
// beyond it are reached through no checked interface of this type.
@safe
package struct RowBlock: @unchecked Sendable {
    package let position: FingerPosition
    /// Among the blocks of the position.
    package let number: Int
    /// Rows.
    package let count: Int
    /// Two words a minutia: low, high.
    package let signatures: UnsafePointer<UInt64>
    /// 1/256 turn, one a minutia.
    package let angles: UnsafePointer<UInt8>
    /// Place and quality, one word a minutia.
    package let places: UnsafePointer<UInt32>
    /// For each row the index after its last minutia.
    package let ends: UnsafePointer<UInt32>
    private let owners: UnsafePointer<UInt32>
    private let ordinals: UnsafePointer<UInt16>
    private let region: Region

    init(_ region: Region, at offset: Int, _ shape: BlockShape, position: FingerPosition, number: Int, count: Int) {
        precondition(count <= shape.rows)
        (self.region, self.position, self.number, self.count) = (region, position, number, count)
        // SAFETY: the region checks the bounds of each column.
        unsafe signatures = unsafe region.read(UInt64.self, at: offset + shape.signatures, count: 2 * shape.minutiae)
        unsafe angles = unsafe region.read(UInt8.self, at: offset + shape.angles, count: shape.minutiae)
        unsafe places = unsafe region.read(UInt32.self, at: offset + shape.places, count: shape.minutiae)
        unsafe ends = unsafe region.read(UInt32.self, at: offset + shape.ends, count: shape.rows)
        unsafe owners = unsafe region.read(UInt32.self, at: offset + shape.owners, count: shape.rows)
        unsafe ordinals = unsafe region.read(UInt16.self, at: offset + shape.ordinals, count: shape.rows)
    }

    /// Index of the first minutia of the first row.
    package var first: UInt32 { 0 }

    /// Minutiae of all rows.
    package var minutiae: Int {
        // SAFETY: row `count` - 1 is one of the block's.
        count == 0 ? 0 : Int(unsafe ends[count - 1])
    }

    /// The person of a row: an index into the segment.
    @inline(__always)
    package func owner(_ row: Int) -> Int {
        precondition(row >= 0 && row < count)
        // SAFETY: in bounds as just checked.
        return Int(unsafe owners[row])
    }

    /// Which of the person's templates a row is.
    @inline(__always)
    package func ordinal(_ row: Int) -> Int {
        precondition(row >= 0 && row < count)
        // SAFETY: in bounds as just checked.
        return Int(unsafe ordinals[row])
    }

    /// Minutiae of a row: indices into the columns.
    @inline(__always)
    package func minutiae(_ row: Int) -> Range<Int> {
        precondition(row >= 0 && row < count)
        // SAFETY: in bounds as just checked.
        return unsafe (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
    }

    package func address(_ row: Int) -> RowAddress { RowAddress(position: position, block: number, row: row) }

    /// A row as the matcher wants it. Complexity: O(minutiae), an allocation for each array of the descriptor.
    package func descriptor(_ row: Int) -> FingerDescriptor {
        let range = minutiae(row)
        // SAFETY: the minutiae of a row lie within the columns: the writer, or the check of a file, saw to that.
        return unsafe FingerDescriptor(
            signatures: Array(
                UnsafeBufferPointer(start: signatures + 2 * range.lowerBound, count: 2 * range.count)),
            angles: Array(UnsafeBufferPointer(start: angles + range.lowerBound, count: range.count)),
            places: Array(UnsafeBufferPointer(start: places + range.lowerBound, count: range.count)))
    }
}
