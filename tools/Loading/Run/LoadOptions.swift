package import TamgaSynthesis

/// What a load is to be.
package struct LoadOptions: Sendable {
    /// How the rate is chosen.
    package enum Mode: Sendable, Hashable {
        /// As given.
        case fixed
        /// The highest that holds the goal, to this precision; begins at the one given.
        case search(precision: Double)
    }

    package var mode = Mode.fixed
    /// Arrivals a second, all classes together.
    package var rate = 20.0
    /// Of a stretch at one rate, or of a step at least.
    package var seconds = 30.0
    /// Load whose figures are thrown away, before all else; what is wrong in it counts.
    package var warmUp = 2.0
    package var mix = Mix.usual
    package var goal: LatencyGoal
    /// Times the rate given or found; nil for none.
    package var overload: Double?
    package var connections = 16
    package var idle = 0
    /// Workers that send bulk requests as soon as they are answered.
    package var bulkWorkers = 0
    package var persons = 1_000
    package var fingers = 10
    /// Whether the persons are enrolled first; else the server has them from an earlier run of the same seed.
    package var enrols = true
    /// The persons follow from it.
    package var seed: UInt64 = 1
    /// The arrivals, the probes and the newcomers follow from it.
    package var run: UInt64 = 1
    package var difficulty = SynthesisDifficulty.easy
    package var probes = ProbeRules()
    package var drain = 30.0
    package var terms = RequestTerms()

    /// 30 seconds of 20 requests a second, to 1,000 persons of ten fingers.
    package init(goal: LatencyGoal) { self.goal = goal }

    /// - Throws: ``LoadError`` naming the option beyond its limit.
    package func check() throws(LoadError) {
        func check<Value: Comparable>(_ name: String, _ value: Value, _ range: ClosedRange<Value>) throws(LoadError) {
            guard range.contains(value) else { throw LoadError(name, "\(value)", limit: "\(range)") }
        }
        try check("rate", rate, LoadLimits.rate)
        try check("seconds", seconds, LoadLimits.seconds)
        try check("warm-up", warmUp, 0...LoadLimits.seconds.upperBound)
        try check("connections", connections, LoadLimits.connections)
        try check("idle", idle, LoadLimits.idle)
        try check("persons", persons, LoadLimits.persons)
        try check("fingers", fingers, LoadLimits.fingers)
        try check("pool", probes.count, LoadLimits.pool)
        try check("strangers", probes.strangers, 0...1)
        try check("drain", drain, LoadLimits.drain)
        if bulkWorkers != 0 { try check("bulk-workers", bulkWorkers, LoadLimits.workers) }
        if let overload { try check("overload", overload, LoadLimits.overload) }
        guard mix.share(of: goal.kind) > 0 else {
            throw LoadError(
                "goal-class", "\(goal.kind.rawValue) is not in the mix",
                limit: mix.classes.map(\.rawValue).joined(separator: ", "))
        }
        if case .search(let precision) = mode {
            _ = try StepSearch(first: rate, range: try searchRange(), precision: precision)
        }
    }

    /// Rates that a search may try.
    func searchRange() throws(LoadError) -> ClosedRange<Double> {
        try StepSearch.range(least: seconds, share: mix.share(of: goal.kind), first: rate)
    }
}
