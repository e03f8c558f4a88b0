public import TamgaCrashPoints

/// What a run of crashes has seen.
public struct CrashSummary: Sendable {
    public var seed: UInt64 = 0
    public private(set) var rounds = 0
    /// Changes that were answered, and kept.
    public private(set) var answered = 0
    /// Changes whose answer was lost with the server.
    public private(set) var unanswered = 0
    public private(set) var searches = 0
    public private(set) var audits = 0
    /// How often each crash point ended the server.
    public private(set) var points: [CrashPoint: Int] = [:]
    /// What must not happen, in words; empty where all is well.
    public var findings: [String] = []

    mutating func note(_ point: CrashPoint, reached: Bool) { points[point, default: 0] += reached ? 1 : 0 }

    mutating func note(round: Int, _ workers: [Worker]) {
        rounds = round
        answered = workers.reduce(0) { $0 + $1.ledger.answered }
        unanswered += workers.count { $0.ledger.open != nil }
        note(workers)
    }

    mutating func noteAudit(_ workers: [Worker]) {
        audits += 1
        note(workers)
    }

    private mutating func note(_ workers: [Worker]) {
        searches = workers.reduce(0) { $0 + $1.searches }
        findings += workers.flatMap(\.findings)
    }

    func line(of rounds: Int) -> String {
        "round \(self.rounds) of \(rounds): \(answered) changes answered, \(unanswered) answers lost, "
            + "\(searches) searches, \(findings.count) findings"
    }

    /// For people, several lines.
    public var text: String {
        var lines = findings.map { "FOUND: \($0)" }
        lines += RoundPlan.points.map { "  killed at \($0.rawValue): \(points[$0, default: 0])" }
        lines.append(
            "\(rounds) kills, \(audits) audits, \(answered) changes answered, \(unanswered) answers lost, "
                + "\(searches) searches; seed \(seed)")
        lines.append(
            findings.isEmpty
                ? "0 answered changes lost, 0 deleted persons back, 0 half-applied changes"
                : "\(findings.count) findings: run again with --seed \(seed)")
        return lines.joined(separator: "\n")
    }

    /// Points that were planned and never reached: a run that is long enough has none.
    public var missed: [CrashPoint] { RoundPlan.points.filter { points[$0, default: 0] == 0 } }
}
