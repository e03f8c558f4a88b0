import TamgaKernels
import TamgaMatcher

extension RowBlock {
    /// All rows as the kernel wants them: good as long as the block is held.
    var rows: ScanRows {
        // SAFETY: the columns hold every row below `count`.
        unsafe ScanRows(signatures: signatures, angles: angles, ends: ends, first: first, count: count)
    }

    /// One row alone.
    func rows(_ row: Int) -> ScanRows {
        let start = UInt32(minutiae(row).lowerBound)
        // SAFETY: the row is one of the block's, as `minutiae` checks.
        return unsafe ScanRows(signatures: signatures, angles: angles, ends: ends + row, first: start, count: 1)
    }

    /// A row as the matcher wants it, where it lies: good as long as the block, or its segment, is held.
    func view(_ row: Int) -> DescriptorView {
        let range = minutiae(row)
        // SAFETY: the minutiae of a row lie within the columns: the writer, or the check of a file, saw to that.
        return unsafe DescriptorView(
            signatures: UnsafeBufferPointer(start: signatures + 2 * range.lowerBound, count: 2 * range.count),
            angles: UnsafeBufferPointer(start: angles + range.lowerBound, count: range.count),
            places: UnsafeBufferPointer(start: places + range.lowerBound, count: range.count))
    }
}

extension SegmentSlot {
    /// A block of the position.
    func block(_ address: RowAddress) -> RowBlock { blocks(at: address.position)[address.block] }

    /// The templates of a person where they lie, in the order of enrolment: good as long as the slot is held.
    func views(of person: Int) -> [ReferenceRow] {
        rows(of: person).map { ReferenceRow(position: $0.position, view: block($0).view($0.row)) }
    }
}
