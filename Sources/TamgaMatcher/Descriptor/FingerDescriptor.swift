/// What the matcher keeps of a finger, 21 bytes a minutia: signature, direction, place and quality class.
///
/// All arrays have `count` elements, `signatures` two words each (low, high). Minutiae are sorted by
/// direction, then place, so that the order in a record does not matter.
public struct FingerDescriptor: Hashable, Sendable {
    /// 128 bits for each minutia: low word, high word.
    public var signatures: [UInt64]
    /// 1/256 turn in the frame with y downwards: the direction is (cos, sin). Ascending.
    public var angles: [UInt8]
    /// Place and quality class of each, as ``PackedPlace`` packs them.
    public var places: [UInt32]

    /// Minutiae, 0 to 64.
    public var count: Int { angles.count }

    /// Takes arrays of one length, `signatures` of twice that; other lengths are a programming error and trap.
    public init(signatures: [UInt64], angles: [UInt8], places: [UInt32]) {
        precondition(places.count == angles.count && signatures.count == 2 * angles.count)
        self.signatures = signatures
        self.angles = angles
        self.places = places
    }
}

extension FingerDescriptor {
    /// From columns: as above, and what ``PackedPlace`` cannot hold traps too.
    ///
    /// - Parameters:
    ///   - xs: pixels at 500 dpi, 0 to 16383; `ys` likewise.
    ///   - qualities: 0 to 100; nil where none is reported.
    public init(
        xs: [Int16], ys: [Int16], angles: [UInt8], signatures: [UInt64], qualities: [UInt8]? = nil
    ) {
        precondition(xs.count == angles.count && ys.count == angles.count)
        precondition(qualities.map { $0.count == angles.count } ?? true)
        self.init(
            signatures: signatures, angles: angles,
            places: xs.indices.map {
                PackedPlace(x: Int(xs[$0]), y: Int(ys[$0]), quality: qualities?[$0] ?? 0).word
            })
    }

    /// Pixels at 500 dpi, x to the right.
    public var xs: [Int16] { places.map { Int16(PackedPlace(word: $0).x) } }
    /// Pixels at 500 dpi, y downwards.
    public var ys: [Int16] { places.map { Int16(PackedPlace(word: $0).y) } }
    /// The quality that stands for each minutia's class, 1 to 100; 0 is "not reported".
    public var qualities: [UInt8] { places.map { PackedPlace(word: $0).quality } }

    /// Calls `body` with a view of this finger, which is valid until `body` returns.
    public func withView<Result>(_ body: (DescriptorView) -> Result) -> Result {
        // SAFETY: the arrays outlive the closures and have the lengths that the initialiser checked; `var`s of other
        // lengths are checked here.
        precondition(places.count == count && signatures.count == 2 * count)
        return unsafe signatures.withUnsafeBufferPointer { signatures in
            unsafe angles.withUnsafeBufferPointer { angles in
                unsafe places.withUnsafeBufferPointer { places in
                    body(unsafe DescriptorView(signatures: signatures, angles: angles, places: places))
                }
            }
        }
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

extension FingerDescriptor {
    /// A copy of a view.
    package init(_ view: DescriptorView) {
        // SAFETY: a view holds as many minutiae as it says.
        unsafe self.init(
            signatures: Array(UnsafeBufferPointer(start: view.signatures, count: 2 * view.count)),
            angles: Array(UnsafeBufferPointer(start: view.angles, count: view.count)),
            places: Array(UnsafeBufferPointer(start: view.places, count: view.count)))
    }
}
