import TamgaMatcher
import TamgaTemplates

/// Templates of one finger position in a segment, as concatenated columns the scan runs over.
///
/// Row `r` has the minutiae `ends[r - 1] ..< ends[r]`; two words of signature each.
struct FingerColumns: Sendable {
    private(set) var signatures: [UInt64] = []
    private(set) var angles: [UInt8] = []
    private(set) var qualities: [UInt8] = []
    private(set) var xs: [Int16] = []
    private(set) var ys: [Int16] = []
    private(set) var ends: [UInt32] = []
    /// For each row the person's index in the segment, and which of the person's templates it is.
    private(set) var owners: [UInt16] = []
    private(set) var ordinals: [UInt16] = []

    var count: Int { ends.count }

    mutating func append(_ finger: FingerDescriptor, owner: Int, ordinal: Int) {
        signatures += finger.signatures
        angles += finger.angles
        qualities += finger.qualities
        xs += finger.xs
        ys += finger.ys
        ends.append(UInt32(angles.count))
        owners.append(UInt16(owner))
        ordinals.append(UInt16(ordinal))
    }

    /// Minutiae of a row.
    func minutiae(_ row: Int) -> Range<Int> {
        (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
    }

    /// A row as the matcher wants it. Complexity: O(minutiae), five allocations.
    func descriptor(_ row: Int) -> FingerDescriptor {
        let range = minutiae(row)
        return FingerDescriptor(
            xs: Array(xs[range]), ys: Array(ys[range]), angles: Array(angles[range]),
            signatures: Array(signatures[2 * range.lowerBound..<2 * range.upperBound]),
            qualities: Array(qualities[range]))
    }
}
