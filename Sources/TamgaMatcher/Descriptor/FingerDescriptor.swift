/// What the matcher keeps of a finger: places, directions, signatures and qualities of its minutiae.
///
/// All arrays have `count` elements, `signatures` two words each (low, high). Minutiae are sorted by
/// direction, then place, so that the order in a record does not matter.
public struct FingerDescriptor: Hashable, Sendable {
    /// Pixels at 500 dpi, x to the right, y downwards.
    public var xs: [Int16]
    public var ys: [Int16]
    /// 1/256 turn in the frame with y downwards: the direction is (cos, sin).
    public var angles: [UInt8]
    /// 128 bits for each minutia: low word, high word.
    public var signatures: [UInt64]
    /// Quality of each, 1 to 100; 0 is "not reported".
    public var qualities: [UInt8]

    /// Minutiae, 0 to 64.
    public var count: Int { angles.count }

    /// Takes arrays of one length, `signatures` of twice that; other lengths are a programming error and trap.
    ///
    /// - Parameter qualities: nil where none is reported.
    public init(
        xs: [Int16], ys: [Int16], angles: [UInt8], signatures: [UInt64], qualities: [UInt8]? = nil
    ) {
        let qualities = qualities ?? Array(repeating: 0, count: angles.count)
        precondition(xs.count == angles.count && ys.count == angles.count && signatures.count == 2 * angles.count)
        precondition(qualities.count == angles.count)
        self.xs = xs
        self.ys = ys
        self.angles = angles
        self.signatures = signatures
        self.qualities = qualities
    }
}

extension FingerDescriptor {
    /// Hamming distance between the signatures of minutia `i` here and `j` of the other, 0 to 128.
    @inline(__always)
    package func distance(_ i: Int, _ other: FingerDescriptor, _ j: Int) -> Int {
        (signatures[2 * i] ^ other.signatures[2 * j]).nonzeroBitCount
            + (signatures[2 * i + 1] ^ other.signatures[2 * j + 1]).nonzeroBitCount
    }
}
