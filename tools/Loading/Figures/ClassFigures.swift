/// What one class came to in one stretch of load.
package struct ClassFigures: Sendable, Hashable {
    /// A point of the percentile curve.
    package struct Point: Sendable, Hashable {
        package let share: Double
        package let milliseconds: Double
    }

    package let kind: LoadClass
    package let sent: Int
    package let ok: Int
    package let missed: Int
    package let wrong: Int
    package let lost: Int
    package let refused: [String: Int]
    package let lostBy: [String: Int]
    /// Answered within the goal; nil for a class that has none.
    package let inTime: Int?
    /// Milliseconds, of what was answered and not refused; nil where nothing was.
    package let p50: Double?
    package let p99: Double?
    package let p999: Double?
    package let longest: Double?
    /// The 99th percentile of the refusals, milliseconds; nil where there were none.
    package let refusedP99: Double?
    package let curve: [Point]
    package let findings: [String]
    /// Seconds in which requests were sent.
    package let sendingSeconds: Double
    /// Seconds until the last answer.
    package let seconds: Double

    /// - Parameters:
    ///   - sending: seconds in which requests were sent.
    ///   - elapsed: seconds until the last answer.
    package init(_ kind: LoadClass, _ tally: Tally, hasGoal: Bool, sending: Double, elapsed: Double) {
        self.kind = kind
        (sent, ok, missed, wrong, lost) = (tally.sent, tally.ok, tally.missed, tally.wrong, tally.lost)
        (refused, lostBy, findings) = (tally.refused, tally.lostBy, tally.findings)
        inTime = hasGoal ? tally.inTime : nil
        p50 = tally.answers.milliseconds(at: 0.5)
        p99 = tally.answers.milliseconds(at: 0.99)
        p999 = tally.answers.milliseconds(at: 0.999)
        longest = tally.answers.longest
        refusedP99 = tally.refusals.milliseconds(at: 0.99)
        curve = tally.answers.curve.map { Point(share: $0.share, milliseconds: $0.milliseconds) }
        (sendingSeconds, seconds) = (max(sending, 1e-9), max(elapsed, 1e-9))
    }

    package var refusals: Int { refused.values.reduce(0, +) }

    /// Answered as they should, misses of the matcher among them, a second until the last answer.
    package var rate: Double { Double(ok + missed) / seconds }

    /// Answered as they should and within the goal, a second of sending; nil for a class without a goal.
    package var goodput: Double? { inTime.map { Double($0) / sendingSeconds } }

    package var sentPerSecond: Double { Double(sent) / sendingSeconds }

    /// Whether 99 of 100 that were sent were answered within the goal.
    package var holdsGoal: Bool {
        guard let inTime, sent > 0 else { return false }
        return Double(inTime) >= LatencyGoal.share * Double(sent)
    }
}
