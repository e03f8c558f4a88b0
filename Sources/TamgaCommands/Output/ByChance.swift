import Foundation

/// How many strangers would reach a score in a search of so many persons: what makes a score readable.
///
/// Every person compared counts as one chance of `10^-score`; where the server does not say how many those are, every
/// template does.
package struct ByChance: Sendable, Hashable {
    package let expected: Double

    /// - Parameter thousandths: the score, in thousandths.
    package init(thousandths: Int32, searched: UInt64) {
        expected = Double(searched) * pow(10, -Double(thousandths) / 1_000)
    }

    /// `12`, `0.3`, `2e-07`, or a bound where the estimate means no more than "never".
    package var text: String {
        if expected < 1e-15 { return "<1e-15" }
        if expected < 0.001 { return String(format: "%.0e", expected) }
        // From here on one digit would be rounded to two, and `%g` writes those as 1e+01.
        return String(format: expected < 9.5 ? "%.1g" : "%.0f", expected)
    }
}
