/// What became of the requests of one class, as it comes in.
package struct Tally: Sendable {
    /// Handed to a connection.
    package var sent = 0
    package var ok = 0
    package var missed = 0
    package var wrong = 0
    package var lost = 0
    /// By the code's name.
    package var refused: [String: Int] = [:]
    /// Reasons of the lost.
    package var lostBy: [String: Int] = [:]
    /// Answered as they should within the goal of the class; all of those answered where it has none.
    package var inTime = 0
    /// Of everything that was answered and not refused, from the time it should have been sent.
    package var answers = Latencies()
    /// Of the refusals.
    package var refusals = Latencies()
    /// Some of the wrong ones, in words.
    package var findings: [String] = []

    /// How many findings are kept.
    private static let findings = 5

    package init() {}

    package var settled: Int { ok + missed + wrong + lost + refused.values.reduce(0, +) }

    /// Takes in what came of a request.
    ///
    /// - Parameters:
    ///   - latency: nanoseconds from the time it should have been sent.
    ///   - goal: nanoseconds; nil for none.
    package mutating func settle(_ verdict: Verdict, latency: Int64, goal: Int64?) {
        switch verdict {
        case .ok, .missed:
            if verdict == .ok { ok += 1 } else { missed += 1 }
            answers.record(nanoseconds: latency)
            if latency <= goal ?? .max { inTime += 1 }
        case .wrong(let words):
            wrong += 1
            answers.record(nanoseconds: latency)
            if findings.count < Self.findings { findings.append(words) }
        case .refused(let code):
            refused[code, default: 0] += 1
            refusals.record(nanoseconds: latency)
        case .lost(let reason):
            lost += 1
            lostBy[reason, default: 0] += 1
        }
    }
}
