package import TamgaTemplates

/// Which persons a probe says anything of: those who have enough of its fingers, going by the positions as labelled.
///
/// A finger looked for among those of another position (exchanged hands, exchanged fingers) is a second chance to find
/// somebody, never a reason to say that somebody is not registered.
package struct Coverage: Sendable {
    /// Positions that a finger of the probe may be one of.
    private let asked: PositionSet
    private let fingers: Int
    private let least: Int

    /// - Parameter least: fingers in common from which on a person counts as compared; of somebody who has fewer, or a
    ///   probe of fewer, all.
    package init(_ probe: some Sequence<FingerPosition>, least: Int) {
        let probe = Array(probe)
        asked = PositionSet(FingerPosition.allCases.filter { position in probe.contains { $0.mayEqual(position) } })
        (fingers, self.least) = (probe.count, least)
    }

    /// Whether somebody with templates of these positions is compared by enough of them.
    package func reaches(_ person: PositionSet) -> Bool {
        let shared = min(person.count(in: asked), fingers)
        return shared >= min(least, person.count, fingers)
    }

    /// Positions of somebody that the probe lacks.
    package func lacks(_ person: PositionSet) -> PositionSet { person.subtracting(asked) }
}

extension SearchPlan {
    /// Persons of whom too little was compared to say that they are not the probe's, and the positions they have that
    /// the probe lacks. Of a fenced shard these are all, and no finger would help. Complexity: O(sets of positions that
    /// there are).
    func uncovered(least: Int) -> (persons: Int, positions: PositionSet) {
        let coverage = Coverage(probe.fingers.map(\.position), least: least)
        var (persons, positions) = (0, PositionSet([]))
        for (index, shard) in shards.enumerated() {
            guard !fenced.contains(index) else {
                persons += shard.persons
                continue
            }
            for (set, count) in shard.positionSets where count > 0 && !coverage.reaches(set) {
                persons += count
                positions.formUnion(coverage.lacks(set))
            }
        }
        return (persons, positions)
    }
}
