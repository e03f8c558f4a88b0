import Foundation
import TamgaReporting

extension Markup {
    /// `1.27 – 4.17`; empty for none.
    static func range(_ interval: Interval?) -> String {
        interval.map { "\(percent($0.low)) – \(percent($0.high))" } ?? ""
    }

    /// A score with three digits; a dash for none.
    static func score(_ score: Float?) -> String {
        score.map { String(format: "%.3f", $0) } ?? "–"
    }
}

extension Interval {
    /// As a chart draws it.
    var range: ClosedRange<Double> { min(low, high)...max(low, high) }
}
