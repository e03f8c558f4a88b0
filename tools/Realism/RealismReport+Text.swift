import Foundation

extension RealismReport {
    /// A table for people: one line for each statistic.
    package func text(real: Measurement, synthetic: Measurement) -> String {
        var lines = sets.map { "real       \($0)" }
        for side in [real, synthetic] {
            lines.append(
                "\(Self.pad(side.name, 10)) \(side.fingers) fingers, \(side.templates) templates, "
                    + "\(side.mated.count) mated and \(side.nonMated.count) non-mated comparisons")
        }
        lines.append("")
        lines.append(
            Self.pad("statistic", 46) + "    real  [95 %]              (sets)             synthetic  [95 %]"
                + "            differs")
        lines += rows.map(line)
        let agreeing = rows.count(where: \.agrees)
        lines.append("\(agreeing) of \(rows.count) within \(Int(Self.tolerance * 100)) %")
        return lines.joined(separator: "\n")
    }

    private func line(_ row: Row) -> String {
        func interval(_ bounds: [Double]?) -> String {
            Self.pad(bounds.map { String(format: "[%.3f %.3f]", $0[0], $0[1]) } ?? "", 17)
        }
        return Self.pad("\(row.group): \(row.name)", 46)
            + String(format: "%8.3f  ", row.real) + interval(row.realInterval)
            + Self.pad(String(format: "(%.3f - %.3f)", row.least, row.most), 19)
            + String(format: "%8.3f  ", row.synthetic) + interval(row.syntheticInterval)
            + String(format: "%+6.1f %%", row.difference * 100) + (row.agrees ? "  ok" : "")
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
    }
}
