import Foundation
import TamgaEvaluation

/// Rates as people read them.
enum Percent {
    /// Percent with two decimals, six characters; dashes for none.
    static func text(_ rate: Double?) -> String {
        rate.map { String(format: "%6.2f", $0 * 100) } ?? "     -"
    }

    /// ` 2.15 [ 0.81,  4.02]`; a dash for none.
    static func text(_ rate: Double?, _ interval: Interval?) -> String {
        guard rate != nil else { return text(nil) }
        let range = interval.map { String(format: " [%.2f, %.2f]", $0.low * 100, $0.high * 100) } ?? ""
        return text(rate) + range
    }
}
