internal import TamgaKernels

/// One motion refined: pair, refit, pair again, then bend and pair by turns.
extension ComparisonWorkspace {
    /// The motion refined, how many pairs lie in `paired`; where the probe came to lie is in `placed`.
    func refine(
        _ start: RigidMotion, _ probe: PreparedFinger, _ other: DescriptorView, _ tables: ComparisonTables
    ) -> (motion: RigidMotion, pairs: Int) {
        var motion = start
        motion = refit(motion, MatcherConstants.coarsePairing, probe, other, tables)
        motion = refit(motion, MatcherConstants.finePairing, probe, other, tables)
        place(probe, by: motion)
        var count = pair(MatcherConstants.finePairing, probe.count, other.count, tables)
        for _ in 0..<MatcherConstants.elasticRounds {
            bend(count, probe.count)
            count = pair(MatcherConstants.elasticPairing, probe.count, other.count, tables)
        }
        return (motion, count)
    }

    /// The motion that fits what it pairs; the same where that is too little.
    private func refit(
        _ motion: RigidMotion, _ gate: PairingGate, _ probe: PreparedFinger, _ other: DescriptorView,
        _ tables: ComparisonTables
    ) -> RigidMotion {
        place(probe, by: motion)
        let count = pair(gate, probe.count, other.count, tables)
        guard count > 1 else { return motion }
        weigh(count, place: gate.distance * gate.distance / 2, turn: gate.angle * gate.angle / 2)
        var pairs = FittedPairs(fitted)
        for index in 0..<count {
            let (i, j) = (paired.probe(index), paired.reference(index))
            pairs.append(
                WeightedPair(
                    from: point(i, of: probe.points), to: point(j, of: reference),
                    weight: pairedWeights[index] * tables.fitLikeness[Int(paired.distances[index])]))
        }
        return RigidMotion(fitting: pairs) ?? motion
    }

    /// The Gaussian of each pair's distance and angle.
    func weigh(_ count: Int, place: Float, turn: Float) {
        // SAFETY: columns of 64.
        unsafe kernels.gaussians(
            paired.squares.base, paired.angles.base, count, place, turn, pairedWeights.base)
    }

    @inline(__always)
    func point(_ index: Int, of columns: Floats) -> SIMD2<Float> {
        SIMD2(columns[index], columns.column(1)[index])
    }

    /// Shifts each place by the residuals of the pairs around it.
    private func bend(_ pairs: Int, _ count: Int) {
        for index in 0..<pairs {
            let place = point(paired.probe(index), of: placed)
            let residual = point(paired.reference(index), of: reference) - place
            residuals[index] = place.x
            residuals.column(1)[index] = place.y
            residuals.column(2)[index] = residual.x
            residuals.column(3)[index] = residual.y
        }
        let width = 2 * MatcherConstants.elasticSigma * MatcherConstants.elasticSigma
        // SAFETY: columns of 64, and no more pairs than that.
        unsafe kernels.bend(placed.base, count, residuals.base, pairs, width)
    }
}
