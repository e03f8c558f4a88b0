import Histogram

/// Latencies in a histogram of high dynamic range: 0.1 % of any value, from a microsecond to an hour.
package struct Latencies: Sendable {
    private var histogram: Histogram<UInt32>

    package init() {
        histogram = Histogram(highestTrackableValue: LoadLimits.histogramMicroseconds)
    }

    /// Takes one in; a negative one counts as none, one beyond an hour as an hour.
    package mutating func record(nanoseconds: Int64) {
        let microseconds = UInt64(max(0, nanoseconds) + 999) / 1_000
        _ = histogram.record(min(microseconds, LoadLimits.histogramMicroseconds))
    }

    package mutating func add(_ other: Latencies) { histogram.add(other.histogram) }

    package mutating func reset() { histogram.reset() }

    package var count: Int { Int(histogram.totalCount) }

    /// Milliseconds below or at which a share of them lies; nil for none.
    package func milliseconds(at share: Double) -> Double? {
        guard histogram.totalCount > 0 else { return nil }
        return min(Double(histogram.valueAtPercentile(share * 100)) / 1_000, longest ?? .infinity)
    }

    /// The longest, in milliseconds; nil for none.
    package var longest: Double? {
        histogram.totalCount > 0 ? Double(histogram.maxRecorded) / 1_000 : nil
    }

    /// The curve of percentiles: shares whose distance to 1 halves three times a power of two, up to the last value.
    package var curve: [(share: Double, milliseconds: Double)] {
        guard histogram.totalCount > 0 else { return [] }
        var curve: [(share: Double, milliseconds: Double)] = []
        var rest = 1.0
        while rest * Double(histogram.totalCount) >= 1 {
            if let value = milliseconds(at: 1 - rest) { curve.append((1 - rest, value)) }
            rest /= 1.259_921_05
        }
        return curve
    }
}
