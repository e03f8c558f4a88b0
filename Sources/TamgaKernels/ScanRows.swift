/// Rows of one block of a gallery: the minutiae of row after row, sorted by direction within a row.
///
/// The pointers stay the caller's: they must hold for as long as the value is used.
@safe
public struct ScanRows {
    let signatures: UnsafePointer<UInt64>
    let angles: UnsafePointer<UInt8>
    let ends: UnsafePointer<UInt32>
    let first: Int
    /// How many rows.
    public let count: Int

    /// - Parameters:
    ///   - signatures: two words a minutia: low, high.
    ///   - angles: 1/256 turn, ascending within a row.
    ///   - ends: for each row the index after its last minutia, ascending; as many minutiae can be read.
    ///   - first: index of the first minutia of row 0; row `r` starts at `ends[r - 1]`.
    ///   - count: rows.
    public init(
        signatures: UnsafePointer<UInt64>, angles: UnsafePointer<UInt8>, ends: UnsafePointer<UInt32>, first: UInt32,
        count: Int
    ) {
        // SAFETY: only kept; what they point to is the caller's promise above.
        unsafe self.signatures = signatures
        unsafe self.angles = angles
        unsafe self.ends = ends
        self.first = Int(first)
        self.count = count
    }
}
