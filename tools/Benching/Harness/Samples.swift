/// Several measurements of one thing.
package struct Samples: Hashable, Sendable {
    /// Ascending.
    package let values: [Double]

    package init(_ values: [Double]) {
        self.values = values.sorted()
    }

    /// The middle one, or the mean of the two in the middle; nil for none.
    package var median: Double? { quantile(0.5) }

    /// The value below which a share of them lies, interpolated between neighbours; nil for none.
    package func quantile(_ share: Double) -> Double? {
        guard let last = values.indices.last else { return nil }
        let place = min(max(share, 0), 1) * Double(last)
        let low = Int(place.rounded(.down))
        let rest = place - Double(low)
        return rest == 0 ? values[low] : values[low] * (1 - rest) + values[low + 1] * rest
    }

    /// How far the quartiles lie apart, as a share of the median; nil for none, and around zero.
    package var spread: Double? {
        guard let low = quantile(0.25), let high = quantile(0.75), let median, median != 0 else { return nil }
        return (high - low) / median.magnitude
    }

    /// The same in another unit.
    package func scaled(by factor: Double) -> Samples { Samples(values.map { $0 * factor }) }

    /// Each time over the other one of the same turn.
    package static func ratios(_ one: [Double], _ other: [Double]) -> Samples {
        Samples(zip(one, other).map { $0 / $1 })
    }
}
