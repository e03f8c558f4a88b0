import Foundation

/// One axis of a chart: from values to pixels, and where its ticks stand.
package struct Axis {
    package var title: String
    package var isLogarithmic: Bool
    package var range: ClosedRange<Double>
    package var ticks: [Tick]

    package struct Tick {
        package var value: Double
        /// Empty for a line without a number.
        package var label: String

        package init(value: Double, label: String) {
            (self.value, self.label) = (value, label)
        }
    }

    package init(title: String, isLogarithmic: Bool, range: ClosedRange<Double>, ticks: [Tick]) {
        (self.title, self.isLogarithmic, self.range, self.ticks) = (title, isLogarithmic, range, ticks)
    }

    /// Powers of ten from 10^`from` to 10^`to`, labelled with their percentages.
    package static func decades(_ title: String, from low: Int, to high: Int) -> Axis {
        let ticks = (low...high).flatMap { decade -> [Tick] in
            let value = pow(10, Double(decade))
            let between = decade == high ? [] : (2...9).map { Tick(value: value * Double($0), label: "") }
            return [Tick(value: value, label: percentage(decade))] + between
        }
        return Axis(
            title: title, isLogarithmic: true, range: pow(10, Double(low))...pow(10, Double(high)), ticks: ticks)
    }

    package static func linear(
        _ title: String, from low: Double, to high: Double, step: Double, format: String
    ) -> Axis {
        let ticks = stride(from: low, through: high + step / 100, by: step).map {
            Tick(value: $0, label: String(format: format, $0))
        }
        return Axis(title: title, isLogarithmic: false, range: low...high, ticks: ticks)
    }

    private static func percentage(_ decade: Int) -> String {
        let exponent = decade + 2
        return exponent >= 0
            ? "1" + String(repeating: "0", count: exponent) + " %"
            : "0." + String(repeating: "0", count: -exponent - 1) + "1 %"
    }

    /// 0 at the start of the axis to 1 at its end; values beyond are put at the ends.
    func share(of value: Double) -> Double {
        let bounded = min(max(value, range.lowerBound), range.upperBound)
        guard isLogarithmic else {
            return (bounded - range.lowerBound) / (range.upperBound - range.lowerBound)
        }
        return log(bounded / range.lowerBound) / log(range.upperBound / range.lowerBound)
    }
}
