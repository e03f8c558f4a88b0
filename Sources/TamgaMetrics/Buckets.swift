/// The upper ends of a histogram's buckets, in whole small units, and how many of these make the base unit.
///
/// Whole numbers, so that sums are exact and nothing is rounded while it is measured.
public struct Buckets: Hashable, Sendable {
    /// Ascending; a value that equals a bound is within it.
    public let bounds: [UInt64]
    /// Small units in a base unit: 1,000,000 for microseconds in a histogram of seconds.
    public let perUnit: UInt64

    /// - Parameters:
    ///   - bounds: ascending, one at least; checked when the family is registered.
    ///   - perUnit: 1 or more.
    public init(bounds: [UInt64], perUnit: UInt64) { (self.bounds, self.perUnit) = (bounds, perUnit) }

    /// From 100 µs to a minute, for observations in microseconds shown as seconds.
    public static let latency = Buckets(
        bounds: [
            100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
            2_500_000, 5_000_000, 10_000_000, 30_000_000, 60_000_000,
        ], perUnit: 1_000_000)

    /// Powers of two, for counts.
    ///
    /// - Parameter exponent: of the largest, kept within 0 to 62.
    public static func powersOfTwo(upTo exponent: Int) -> Buckets {
        Buckets(bounds: (0...min(max(exponent, 0), 62)).map { 1 << UInt64($0) }, perUnit: 1)
    }

    /// The bucket of a value: that of the first bound that is not smaller; one after the last where there is none.
    /// Complexity: O(log buckets).
    func index(of value: UInt64) -> Int {
        var (low, high) = (0, bounds.count)
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// So many small units in the base unit.
    func inUnits(_ value: UInt64) -> Double { Double(value) / Double(perUnit) }

    func check(_ name: String) throws(MetricsError) {
        let isAscending = zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 }
        guard isAscending, !bounds.isEmpty, perUnit > 0 else {
            throw MetricsError(.invalidBuckets, field: name, "allowed: one bound or more, ascending, of a unit above 0")
        }
    }
}
