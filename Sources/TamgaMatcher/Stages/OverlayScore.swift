internal import TamgaKernels

/// S4: laid upon each other as S3 would have them, how much do two fingers cover each other?
///
/// S3 asks the 32 nearest pairs only. Here its two best motions lay the probe upon the reference; then every minutia
/// that comes to lie near one of the other's counts, measured by how many lie where both fingers were seen. A quarter
/// of the price of B, whose steps it is made of, and nearly as good at telling who is worth B.
extension ComparisonWorkspace {
    /// The score, 0 or more. Complexity: O(n^2).
    func overlay(_ probe: PreparedFinger, _ other: DescriptorView, gate: Int) -> Float {
        let count = chooseNearest(probe, other, gate: gate)
        guard count > 0 else { return 0 }
        let tables = ComparisonTables.shared
        _ = support(count)
        let found = supportedMotions(count)
        tables.fillPoints(of: other, into: reference, kernels)
        measure(probe, other, gate: gate)
        let seen = Frame(of: reference, other.count)
        var best: Float = 0
        for index in 0..<found {
            let covered = covered(motions[index], probe, other, tables)
            let overlap = overlap(probe, other, seen)
            best = max(best, covered * covered.squareRoot() / (overlap + MatcherConstants.s4OverlapOffset))
        }
        return best
    }

    /// Like `softCount`, each pair counting by the evidence of its minutiae; the probe is left in `placed`.
    private func covered(
        _ motion: RigidMotion, _ probe: PreparedFinger, _ other: DescriptorView, _ tables: ComparisonTables
    ) -> Float {
        place(probe, by: motion)
        let count = findNear(
            within: MatcherConstants.nearSquared, turned: MatcherConstants.nearTurn, probe.count, other.count)
        // SAFETY: lists of whole vectors; each weight goes where the distance was that it is made of.
        unsafe kernels.gaussians(
            near.squares.base, near.angles.base, count, MatcherConstants.softPlace, MatcherConstants.softTurn,
            near.squares.base)
        let evidence = (
            probe.points.column(PointColumns.evidence), reference.column(PointColumns.evidence)
        )
        var total: Float = 0
        var best: Float = 0
        var minutia = 0
        for index in 0..<count {
            let (i, j) = (near.probe(index), near.reference(index))
            if i != minutia {
                total += best
                (best, minutia) = (0, i)
            }
            // The list holds a few that turn by more.
            guard near.angles[index].magnitude < MatcherConstants.nearTurn else { continue }
            let likeness = tables.softLikeness[Int(near.distances[index])]
            best = max(best, near.squares[index] * likeness * (evidence.0[i] * evidence.1[j]))
        }
        return total + best
    }

    /// Minutiae that should be paired, by their presence: the geometric mean of both fingers.
    private func overlap(_ probe: PreparedFinger, _ other: DescriptorView, _ seen: Frame) -> Float {
        let ofProbe = seen.presence(of: probe.points, at: placed, probe.count)
        let ofReference = Frame(of: placed, probe.count).presence(of: reference, at: reference, other.count)
        return (ofProbe * ofReference).squareRoot()
    }
}

/// The motions of S3's pivots.
extension ComparisonWorkspace {
    /// Different motions of the pivots with the most support. Returns how many lie in `motions`.
    private func supportedMotions(_ count: Int) -> Int {
        // Supports are above 0: the complement of their bits orders the strongest first.
        for index in 0..<count { scratchWords[index] = ~strengths[index].bitPattern }
        return distinctMotions(count, most: MatcherConstants.s4Motions, at: pivotFrom) { pivotMotion($0, count) }
    }

    /// The motion of a pivot and of those that support it.
    private func pivotMotion(_ pivot: Int, _ count: Int) -> RigidMotion {
        var pairs = FittedPairs(fitted)
        for other in 0..<count {
            let share = other == pivot ? 1 : share(other, of: pivot)
            guard share > 0 else { continue }
            pairs.append(WeightedPair(from: pivotFrom(other), to: pivotTo(other), weight: pivots[other] * share))
        }
        let turn = UInt8(truncatingIfNeeded: pivotWords.column(PivotColumns.turn)[pivot])
        return RigidMotion(fitting: pairs) ?? RigidMotion(steps: turn, from: pivotFrom(pivot), to: pivotTo(pivot))
    }

    /// How far a pair supports a pivot, 0 to 1, as `PivotSupport` counts it.
    private func share(_ other: Int, of pivot: Int) -> Float {
        let (turns, probes) = (pivotWords.column(PivotColumns.turn), pivotWords.column(PivotColumns.probe))
        let apart = Int(Int8(truncatingIfNeeded: Int(turns[other]) - Int(turns[pivot])))
        guard probes[other] != probes[pivot], abs(apart) <= MatcherConstants.s3Rotation else { return 0 }
        let (cosine, sine) = (pivots.column(PivotColumns.cosine)[pivot], pivots.column(PivotColumns.sine)[pivot])
        let from = pivotFrom(other) - pivotFrom(pivot)
        let to = pivotTo(other) - pivotTo(pivot)
        let errorX = (cosine * from.x - sine * from.y) - to.x
        let errorY = (sine * from.x + cosine * from.y) - to.y
        let slope = MatcherConstants.s3Slope * MatcherConstants.s3Slope
        let limit = MatcherConstants.s3Base * MatcherConstants.s3Base + slope * (from.x * from.x + from.y * from.y)
        return max(0, 1 - (errorX * errorX + errorY * errorY) / limit)
    }

    private func pivotFrom(_ pair: Int) -> SIMD2<Float> {
        SIMD2(pivots.column(PivotColumns.fromX)[pair], pivots.column(PivotColumns.fromY)[pair])
    }

    private func pivotTo(_ pair: Int) -> SIMD2<Float> {
        SIMD2(pivots.column(PivotColumns.toX)[pair], pivots.column(PivotColumns.toY)[pair])
    }
}

/// The upright rectangle of some minutiae, and a margin: where the finger was seen, more or less.
private struct Frame {
    private var low = SIMD2<Float>(repeating: .infinity)
    private var high = SIMD2<Float>(repeating: -.infinity)

    /// - Parameter places: columns x, y.
    init(of places: Floats, _ count: Int) {
        let ys = places.column(1)
        for index in 0..<count {
            low = SIMD2(min(low.x, places[index]), min(low.y, ys[index]))
            high = SIMD2(max(high.x, places[index]), max(high.y, ys[index]))
        }
        low -= MatcherConstants.s4Margin
        high += MatcherConstants.s4Margin
    }

    /// The presence of those minutiae of a finger that lie within.
    func presence(of finger: Floats, at places: Floats, _ count: Int) -> Float {
        let (ys, presence) = (places.column(1), finger.column(PointColumns.presence))
        var total: Float = 0
        for index in 0..<count {
            let (x, y) = (places[index], ys[index])
            if x > low.x, x < high.x, y > low.y, y < high.y { total += presence[index] }
        }
        return total
    }
}
