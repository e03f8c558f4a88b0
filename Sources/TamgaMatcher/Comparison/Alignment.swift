internal import TamgaKernels

/// From candidate pairs to the few motions worth refining.
extension ComparisonWorkspace {
    /// Up to `MatcherConstants.hypotheses` different motions, from the strongest pairs. Complexity: O(n^2).
    ///
    /// - Returns: how many lie in `motions`.
    func hypotheses(_ count: Int) -> Int {
        // Strengths are above 0: the complement of their bits orders the strongest first.
        for index in 0..<count { scratchWords[index] = ~strengths[index].bitPattern }
        return distinctMotions(count, most: MatcherConstants.hypotheses, at: from) { fit($0, count) }
    }

    /// Writes different motions to `motions`, those of the pivots that rank first: at most `most`, of three times as
    /// many.
    ///
    /// The order of the pivots is that of the keys in the first column of `scratchWords`, ascending.
    ///
    /// - Parameters:
    ///   - place: where a pivot lies in the probe.
    ///   - motion: the motion of a pivot and of those that agree with it.
    /// - Returns: how many.
    @inline(__always)
    func distinctMotions(
        _ count: Int, most: Int, at place: (Int) -> SIMD2<Float>, _ motion: (Int) -> RigidMotion
    ) -> Int {
        let ranked = scratchWords.column(1)
        // SAFETY: columns of 64.
        unsafe kernels.rank(scratchWords.base, count, ranked.base)
        var found = 0
        for rank in 0..<min(count, 3 * most) {
            let pivot = Int(ranked[rank])
            let motion = motion(pivot)
            guard !(0..<found).contains(where: { isNear(motions[$0], motion, at: place(pivot)) }) else { continue }
            motions[found] = motion
            found += 1
            if found == most { break }
        }
        return found
    }

    /// Within 12 pixels at the place and 0.15 rad of each other.
    private func isNear(_ one: RigidMotion, _ other: RigidMotion, at place: SIMD2<Float>) -> Bool {
        let apart = one.apply(place) - other.apply(place)
        return (apart * apart).sum() < 144 && abs(ExactMath.wrap(one.rotation - other.rotation)) < 0.15
    }

    private func from(_ pair: Int) -> SIMD2<Float> {
        SIMD2(candidates.column(PairColumns.fromX)[pair], candidates.column(PairColumns.fromY)[pair])
    }

    private func to(_ pair: Int) -> SIMD2<Float> {
        SIMD2(candidates.column(PairColumns.toX)[pair], candidates.column(PairColumns.toY)[pair])
    }

    /// The motion of a pair and of those that agree with it.
    private func fit(_ pivot: Int, _ count: Int) -> RigidMotion {
        let row = pivot * Vector.column
        var pairs = FittedPairs(fitted)
        for other in 0..<count {
            let value = agreement[row + other]
            guard other == pivot || value > MatcherConstants.supportCompatibility else { continue }
            pairs.append(
                WeightedPair(
                    from: from(other), to: to(other), weight: strengths[other] * (other == pivot ? 1 : value)))
        }
        let turn = UInt8(truncatingIfNeeded: candidateWords.column(PairColumns.turn)[pivot])
        return RigidMotion(fitting: pairs) ?? RigidMotion(steps: turn, from: from(pivot), to: to(pivot))
    }
}

extension ComparisonWorkspace {
    /// How many minutiae of the probe land near one of the reference: a soft count that ranks motions.
    func softCount(_ motion: RigidMotion, _ probe: PreparedFinger, _ other: DescriptorView, _ tables: ComparisonTables)
        -> Float
    {
        place(probe, by: motion)
        let count = findNear(
            within: MatcherConstants.nearSquared, turned: MatcherConstants.nearTurn, probe.count, other.count)
        // SAFETY: lists of that many, tables of 256.
        return unsafe kernels.softCount(
            near.pairs.base, near.squares.base, near.angles.base, near.distances.base, count,
            tables.softLikeness.base, MatcherConstants.softPlace, MatcherConstants.softTurn, 8, scratch.base)
    }
}
