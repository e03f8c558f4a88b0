import Foundation

/// What is asked of one class: 99 of 100 requests sent are answered, rightly, within so many milliseconds.
///
/// A request that was refused, lost or answered wrongly is one that was not answered in time: else a server could meet
/// any goal by refusing.
package struct LatencyGoal: Sendable, Hashable, CustomStringConvertible {
    package let kind: LoadClass
    package let milliseconds: Double

    /// The share that has to be in time.
    package static let share = 0.99

    /// - Throws: ``LoadError`` for a goal beyond the limits.
    package init(_ kind: LoadClass, milliseconds: Double) throws(LoadError) {
        guard LoadLimits.goal.contains(milliseconds) else {
            throw LoadError("goal-p99", "\(milliseconds) ms", limit: "\(LoadLimits.goal) ms")
        }
        (self.kind, self.milliseconds) = (kind, milliseconds)
    }

    /// Reads `100ms` or `1.5s`.
    ///
    /// - Throws: ``LoadError`` for a text that is neither, or beyond the limits.
    package init(_ kind: LoadClass, parsing text: String) throws(LoadError) {
        let unit = text.hasSuffix("ms") ? (1.0, 2) : (1000.0, 1)
        guard text.hasSuffix("s"), let number = Double(text.dropLast(unit.1)) else {
            throw LoadError("goal-p99", "'\(text)' is no time", limit: "for example 100ms or 1.5s")
        }
        try self.init(kind, milliseconds: number * unit.0)
    }

    /// The goal in nanoseconds.
    package var nanoseconds: Int64 { Int64(milliseconds * 1e6) }

    package var description: String { String(format: "p99 of %@ within %g ms", kind.rawValue, milliseconds) }
}

/// Counts during a step whether the goal can still be reached.
package struct GoalWatch: Sendable {
    private let goal: LatencyGoal
    /// Times of the class's arrivals, nanoseconds after the start, in order.
    private let times: [Int64]
    /// How many of them must have been answered by now.
    private var due = 0

    package init(_ goal: LatencyGoal, plan: [Arrival]) {
        self.goal = goal
        times = plan.filter { $0.kind == goal.kind }.map(\.at)
    }

    /// How many requests of the class may miss the goal.
    package var allowed: Double { Double(times.count) * (1 - LatencyGoal.share) }

    /// Whether more requests have missed the goal for certain than may, of all that are planned.
    ///
    /// - Parameters:
    ///   - now: nanoseconds after the start.
    ///   - inTime: requests of the class answered within the goal, whenever they were sent.
    package mutating func isHopeless(now: Int64, inTime: Int) -> Bool {
        while due < times.count, times[due] + goal.nanoseconds < now { due += 1 }
        return Double(due - inTime) > allowed
    }
}
