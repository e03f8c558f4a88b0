import TamgaMatcher

/// The sum of the first stage made comparable between references of few and of many minutiae, among which it finds less
/// or more by chance: `sum / sqrt(12 + n)`, in whole numbers, so that sums of scores are exact in any order.
enum ScanScore {
    /// By the reference's number of minutiae.
    private static let factors: [UInt32] = (0...GalleryLimits.minutiae).map { reference in
        UInt32((Double(1 << scale) / Double(GeometryScore.normal(reference))).rounded())
    }

    /// Bits of a factor behind the point.
    private static let scale = 16
    /// No score is as high: the best there is, 32 minutiae whose signatures all equal that of the reference's only one,
    /// is little more than half of it.
    static let end: Int32 = 1 << 16

    /// - Parameter sum: as `SignatureScan` has it, of minutiae that count as ``ScanSelection`` says.
    @inline(__always)
    static func score(_ sum: Int32, minutiae: Int) -> Int32 {
        // The weights' seven bits behind the point go with the factor's.
        Int32(truncatingIfNeeded: (Int64(sum) &* Int64(factors[minutiae])) >> Int64(scale + 7))
    }
}
