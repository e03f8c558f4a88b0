/// What the tester did itself during a stretch, and whether it was fast enough for its figures to be the server's.
package struct TesterFigures: Sendable, Hashable {
    /// Milliseconds that requests went out after their time; nil where none had one.
    package let latenessP99: Double?
    package let worstLateness: Double?
    /// Processor time of the tester, without the server it started.
    package let processorSeconds: Double
    package let seconds: Double
    /// Connections that were lost and made anew.
    package let reconnections: Int
    /// Whether it was late itself: what it says of latencies is then too high, and not the server's.
    package let wasLate: Bool

    /// - Parameter goal: milliseconds of the latency goal, beside which lateness is large or small.
    package init(
        lateness: Latencies, goal: Double, processorSeconds: Double, seconds: Double, reconnections: Int
    ) {
        wasLate =
            (lateness.milliseconds(at: 0.99) ?? 0) > goal * LoadLimits.lateness.p99
            || (lateness.longest ?? 0) > goal * LoadLimits.lateness.worst
        latenessP99 = lateness.milliseconds(at: 0.99)
        worstLateness = lateness.longest
        (self.processorSeconds, self.seconds) = (processorSeconds, seconds)
        self.reconnections = reconnections
    }
}

/// One stretch of load: at one rate, from the first request to the last answer.
package struct StretchFigures: Sendable, Hashable {
    /// What it was for: `rate`, `step 3`, `confirmation`, `overload`.
    package let name: String
    /// Arrivals a second, as planned.
    package let rate: Double
    package let classes: [ClassFigures]
    package let seconds: [SecondFigures]
    package let tester: TesterFigures
    /// Whether it was ended early, since the goal could not be reached any more.
    package let gaveUp: Bool
    package let goal: LatencyGoal

    package init(
        name: String, rate: Double, classes: [ClassFigures], seconds: [SecondFigures], tester: TesterFigures,
        gaveUp: Bool, goal: LatencyGoal
    ) {
        (self.name, self.rate, self.classes, self.seconds) = (name, rate, classes, seconds)
        (self.tester, self.gaveUp, self.goal) = (tester, gaveUp, goal)
    }

    package subscript(kind: LoadClass) -> ClassFigures? { classes.first { $0.kind == kind } }

    private func sum(_ value: (ClassFigures) -> Int) -> Int { classes.reduce(0) { $0 + value($1) } }

    package var wrong: Int { sum(\.wrong) }
    package var lost: Int { sum(\.lost) }

    /// Whether the goal was held, with nothing wrong and nothing lost in any class.
    package var holds: Bool {
        guard !gaveUp, wrong == 0, lost == 0, let figures = self[goal.kind] else { return false }
        return figures.holdsGoal
    }

    /// Whether there were so many requests of the goal's class that holding it means something.
    package var isTelling: Bool { (self[goal.kind]?.sent ?? 0) >= LoadLimits.fewestPerStep }
}
