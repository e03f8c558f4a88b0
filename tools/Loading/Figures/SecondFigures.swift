import Foundation

/// What was sent and what was answered in one second.
package struct SecondFigures: Sendable, Hashable {
    /// One class in this second.
    package struct OfClass: Sendable, Hashable {
        package let kind: LoadClass
        package let sent: Int
        /// Answered and not refused.
        package let answered: Int
        package let refused: Int
        /// Milliseconds; nil where nothing was answered.
        package let p50: Double?
        package let p99: Double?
    }

    /// Its number, from 1.
    package let second: Int
    package let classes: [OfClass]
    /// Requests on the way, or waiting for a connection that takes them.
    package let inFlight: Int
    /// Of all classes that arrive; milliseconds.
    package let p50: Double?
    package let p99: Double?

    init(second: Int, _ tallies: [LoadClass: Tally], inFlight: Int) {
        (self.second, self.inFlight) = (second, inFlight)
        classes = tallies.sorted { $0.key < $1.key }.map { kind, tally in
            OfClass(
                kind: kind, sent: tally.sent, answered: tally.answers.count, refused: tally.refusals.count,
                p50: tally.answers.milliseconds(at: 0.5), p99: tally.answers.milliseconds(at: 0.99))
        }
        var all = Latencies()
        for (kind, tally) in tallies where kind != .flatOut { all.add(tally.answers) }
        (p50, p99) = (all.milliseconds(at: 0.5), all.milliseconds(at: 0.99))
    }

    /// The line that a person sees.
    package var line: String {
        func sum(_ value: (OfClass) -> Int) -> Int { classes.reduce(0) { $0 + value($1) } }
        func milliseconds(_ value: Double?) -> String { value.map { String(format: "%.1f ms", $0) } ?? "-" }
        return String(
            format: "%4d s  sent %6d  ok %6d  refused %5d  in flight %5d  p50 %@  p99 %@", second, sum(\.sent),
            sum(\.answered), sum(\.refused), inFlight, milliseconds(p50), milliseconds(p99))
    }
}
