/// Where a minutia lies and how good it is, in one word: x in bits 0 to 13, y in 14 to 27, quality class in 28 to 31.
public struct PackedPlace: Hashable, Sendable {
    /// The word as a gallery stores it.
    public let word: UInt32

    /// The place of a stored word: every word is one.
    public init(word: UInt32) { self.word = word }

    /// - Parameters:
    ///   - x: pixels at 500 dpi, 0 to 16383 as the format's field; another value is a programming error and traps.
    ///   - y: likewise.
    ///   - quality: 0 to 100, kept as its ``QualityClass``.
    public init(x: Int, y: Int, quality: UInt8) {
        precondition(
            Self.range.contains(x) && Self.range.contains(y),
            "a coordinate of a minutia has 14 bits: a validated template has no other")
        word = UInt32(x) | UInt32(y) << 14 | UInt32(QualityClass.of(quality)) << 28
    }

    /// Pixels at 500 dpi that a coordinate may have.
    public static let range = 0...16_383

    /// Pixels at 500 dpi, x to the right.
    public var x: Int { Int(word & 16_383) }
    /// Pixels at 500 dpi, y downwards.
    public var y: Int { Int(word >> 14 & 16_383) }
    /// 0 to 15; see ``QualityClass``.
    public var qualityClass: UInt8 { UInt8(word >> 28) }
    /// The quality that stands for the class, 0 to 100.
    public var quality: UInt8 { QualityClass.representative(qualityClass) }
}
