import Foundation
package import TamgaReporting

/// A figure as measured.
package struct Figure: Hashable, Sendable {
    package let kind: FigureKind
    package let value: JSONValue
    /// Distance of the quartiles as a share of the median; nil where there is one measurement.
    package let spread: Double?
    /// Why there is none, or what else is to be said; empty for nothing.
    package let note: String

    /// Whether the target is met; nil without a target or a value.
    package var isMet: Bool? {
        guard let target = kind.target, case .number(let number) = value else { return nil }
        return target.isMet(by: number)
    }

    /// The value in three digits or more, a dash for none.
    var text: String {
        switch value {
        case .null: "-"
        case .number(let number): Self.short(number)
        case .integer(let number): String(number)
        case .text(let text): text
        case .bool(let flag): String(flag)
        case .list, .object: "..."
        }
    }

    /// Three significant digits, or all before the point.
    static func short(_ number: Double) -> String {
        let size = number.magnitude
        if size >= 100 || number == number.rounded() && size >= 1 { return String(format: "%.0f", number) }
        if size >= 10 { return String(format: "%.1f", number) }
        return size >= 1 ? String(format: "%.2f", number) : String(format: "%.3g", number)
    }
}
