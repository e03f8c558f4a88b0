import TamgaMatcher

/// The sum of the first stage made comparable between fingers of few and of many minutiae: `sum / sqrt(12 + n)` for
/// the smaller number of minutiae n, in whole numbers, so that sums of scores are exact in any order.
struct ScanScore: Sendable {
    /// By the reference's number of minutiae.
    private let factors: [UInt32]

    /// Bits of a factor behind the point.
    private static let scale = 16
    /// No score is as high: the best there is, all 64 minutiae with equal signatures, is half of it.
    static let end: Int32 = 1 << 16

    /// - Parameter count: the probe's minutiae, those the kernel is given.
    init(probe count: Int) {
        factors = (0...GalleryLimits.minutiae).map { reference in
            let normal = Double(GeometryScore.normal(count, reference))
            return UInt32((Double(1 << Self.scale) / normal).rounded())
        }
    }

    @inline(__always)
    func score(_ sum: Int32, minutiae: Int) -> Int32 {
        Int32(truncatingIfNeeded: (Int64(sum) &* Int64(factors[minutiae])) >> Int64(Self.scale))
    }
}
