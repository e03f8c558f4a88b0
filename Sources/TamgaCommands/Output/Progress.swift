/// How far a batch is, as text: a bar on a terminal, else a line every few seconds.
package struct Progress {
    package let total: Int
    /// What is counted: `persons`, `probes`.
    package let unit: String
    package let isTerminal: Bool
    private var lastShown = 0.0

    /// Seconds between two lines, and between two drawings of a bar.
    package static let lineSeconds = 2.0
    package static let barSeconds = 0.1
    /// Characters of the bar itself.
    package static let barWidth = 30

    package init(total: Int, unit: String, isTerminal: Bool) {
        self.total = total
        self.unit = unit
        self.isTerminal = isTerminal
    }

    /// What to write now; nil when it is too early for another drawing.
    package mutating func update(done: Int, seconds: Double) -> String? {
        let pause = isTerminal ? Self.barSeconds : Self.lineSeconds
        guard seconds - lastShown >= pause else { return nil }
        lastShown = seconds
        return isTerminal ? "\r" + bar(done, seconds) : line(done, seconds) + "\n"
    }

    /// What takes the bar off the terminal.
    package var clearing: String { isTerminal ? "\r\u{1B}[K" : "" }

    private func bar(_ done: Int, _ seconds: Double) -> String {
        let filled = total == 0 ? Self.barWidth : Self.barWidth * done / total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.barWidth - filled)
        return "[\(bar)] \(line(done, seconds))\u{1B}[K"
    }

    private func line(_ done: Int, _ seconds: Double) -> String {
        let percent = total == 0 ? 100 : 100 * done / total
        return "\(done)/\(total) \(unit) \(percent) % \(perSecond(done, seconds))/s"
    }
}

/// A rate with one digit behind the point; 0.0 where no time passed.
package func perSecond(_ count: Int, _ seconds: Double) -> String {
    let tenths = seconds > 0 ? Int((Double(count) * 10 / seconds).rounded()) : 0
    return "\(tenths / 10).\(tenths % 10)"
}
