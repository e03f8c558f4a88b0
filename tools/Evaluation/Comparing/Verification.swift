/// What one or several databases give under one threshold.
package struct Verification: Sendable {
    /// Rates of one database, or of all pooled.
    package struct Part: Sendable {
        package var name: String
        package var lists: ScoreLists
        package var rates: ErrorRates
        package var intervals: RateIntervals
    }

    package let rules: ComparisonRules
    package let sets: [VerificationSet]
    package let pooled: Part
    package let databases: [Part]
    /// Every comparison, in the order of the sets, their probes and their references.
    package let trials: [Trial]

    /// Compares all pairs and measures. The same input gives the same result on any number of cores.
    package init(
        _ sets: [VerificationSet], rules: ComparisonRules, bootstrap: Bootstrap,
        progress: any RunProgress = NoProgress()
    ) {
        var clusters = ClusterNumbers()
        var trials: [Trial] = []
        for (index, set) in sets.enumerated() {
            trials += Self.trials(set, index, rules, &clusters, progress)
        }
        func part(_ name: String, _ trials: [Trial]) -> Part {
            Self.part(name, trials, strata: clusters.strata, bootstrap)
        }
        (self.sets, self.rules, self.trials) = (sets, rules, trials)
        progress.begin("confidence intervals", steps: sets.count + 1)
        let all = part("all", trials)
        pooled = all
        databases = sets.indices.map { index in
            progress.advance(by: 1)
            return sets.count == 1
                ? Part(name: sets[index].name, lists: all.lists, rates: all.rates, intervals: all.intervals)
                : part(sets[index].name, trials.filter { $0.set == Int32(index) })
        }
        progress.end()
    }

    private init(rules: ComparisonRules, sets: [VerificationSet], pooled: Part, databases: [Part], trials: [Trial]) {
        (self.rules, self.sets, self.pooled) = (rules, sets, pooled)
        (self.databases, self.trials) = (databases, trials)
    }

    private static func trials(
        _ set: VerificationSet, _ index: Int, _ rules: ComparisonRules, _ clusters: inout ClusterNumbers,
        _ progress: any RunProgress
    ) -> [Trial] {
        defer { progress.end() }
        if rules.fingers == 1 {
            let comparing = FingerTrials(set, index: index, rules: rules, clusters: &clusters)
            progress.begin(set.name, steps: comparing.count)
            return comparing.run(progress)
        }
        let comparing = PersonTrials(set, index: index, rules: rules, clusters: &clusters)
        progress.begin(set.name, steps: comparing.count)
        return comparing.run(progress)
    }

    private static func part(_ name: String, _ trials: [Trial], strata: [Int], _ bootstrap: Bootstrap) -> Part {
        func entries(_ isMated: Bool) -> [ScoreLists.Entry] {
            trials.filter { $0.isMated == isMated }.map {
                ScoreLists.Entry(score: $0.score, cluster: $0.cluster, other: $0.other)
            }
        }
        let lists = ScoreLists(mated: entries(true), nonMated: entries(false))
        let rates = ErrorRates(lists)
        let attempts = Set(trials.filter(\.isMated).map { [$0.set, $0.probe] }).count
        // Only the clusters that take part, numbered anew.
        let used = Set(trials.flatMap { [$0.cluster, $0.other] })
        let kept = strata.indices.map { used.contains(Int32($0)) ? strata[$0] : -1 }
        return Part(
            name: name, lists: lists, rates: rates,
            intervals: RateIntervals(of: rates, lists, strata: kept, attempts: attempts, bootstrap: bootstrap))
    }
}

extension Verification {
    /// Several verifications as one under one threshold: what was compared already is not compared again.
    ///
    /// - Precondition: the same rules; at least one.
    package static func pooled(_ parts: [Verification], bootstrap: Bootstrap) -> Verification? {
        guard let first = parts.first else { return nil }
        var trials: [Trial] = []
        var strata: [Int] = []
        for (index, part) in parts.enumerated() {
            let (setOffset, clusterOffset) = (parts[..<index].reduce(0) { $0 + $1.sets.count }, strata.count)
            var numbers: [Int32: Int] = [:]
            for trial in part.trials {
                for cluster in [trial.cluster, trial.other] where numbers[cluster] == nil {
                    numbers[cluster] = Int(trial.set) + setOffset
                }
            }
            let last = numbers.keys.max().map { Int($0) + 1 } ?? 0
            strata += (0..<last).map { numbers[Int32($0)] ?? -1 }
            trials += part.trials.map { trial in
                var moved = trial
                moved.set += Int32(setOffset)
                moved.cluster += Int32(clusterOffset)
                moved.other += Int32(clusterOffset)
                return moved
            }
        }
        return Verification(
            rules: first.rules, sets: parts.flatMap(\.sets),
            pooled: Self.part("all", trials, strata: strata, bootstrap), databases: parts.flatMap(\.databases),
            trials: trials)
    }
}
