internal import TamgaKernels

/// Stage B: the raw score of two fingers and how it came about.
///
/// The steps, in order: similar pairs, pairs that agree, motions, the best of them refined, an elastic
/// correction, and a score normalised by the overlap. Complexity: O(n^2), n <= 64 minutiae each.
extension ComparisonWorkspace {
    /// The raw score, 0 or more; calibration turns it into a false match rate.
    ///
    /// - Parameters:
    ///   - gate: largest rotation, 1/256 turn either way, 0 to 128.
    ///   - sink: sees every stage; nil costs nothing.
    func compare(
        _ probe: PreparedFinger, _ other: DescriptorView, gate: Int, sink: ComparisonSink? = nil
    ) -> Float {
        measure(probe, other, gate: gate)
        return compareMeasured(probe, other, sink: sink)
    }

    /// As above, from the Hamming distances in `table`.
    func compareMeasured(_ probe: PreparedFinger, _ other: DescriptorView, sink: ComparisonSink?) -> Float {
        let tables = ComparisonTables.shared
        tables.fillPoints(of: other, into: reference, kernels)
        // SAFETY: a view has as many directions as it says; the index has room.
        unsafe kernels.indexTurns(other.angles, other.count, referenceIndex.base)
        let count = chooseCandidates(probe, other, tables)
        guard count > 0 else { return 0 }
        let candidates = sink.map { _ in CandidatePairs(count, in: self) }
        relax(count, tables)
        if let candidates { sink?(.pairs(candidates, strengths: (0..<count).map { strengths[$0] })) }
        let found = hypotheses(count)
        var best: (first: Ranked, second: Ranked) = (.none, .none)
        for index in 0..<found {
            let ranked = Ranked(count: softCount(motions[index], probe, other, tables), index: index)
            sink?(.hypothesis(motions[index], softCount: ranked.count))
            if ranked.count > best.first.count {
                best = (ranked, best.first)
            } else if ranked.count > best.second.count {
                best.second = ranked
            }
        }
        referenceEdges = hull(of: reference, other.count, into: referenceHull)
        let first = refined(best.first, probe, other, tables, sink)
        return max(first, refined(best.second, probe, other, tables, sink))
    }

    /// A motion by its soft count; of equal counts the earlier is better.
    private struct Ranked {
        var count: Float
        var index: Int
        static let none = Ranked(count: -1, index: -1)
    }

    private func refined(
        _ ranked: Ranked, _ probe: PreparedFinger, _ other: DescriptorView, _ tables: ComparisonTables,
        _ sink: ComparisonSink?
    ) -> Float {
        guard ranked.index >= 0 else { return 0 }
        let (motion, count) = refine(motions[ranked.index], probe, other, tables)
        let worth = worth(count, probe, other, tables)
        sink?(
            .refined(
                motion, places: (0..<probe.count).map { point($0, of: placed) }, pairs: pairs(count), worth))
        return worth.score
    }
}

/// A comparison with all that is known of it, for tools.
package struct ExactComparison: Sendable {
    /// The raw score, 0 or more; calibration turns it into a false match rate.
    package private(set) var score: Float = 0
    package private(set) var pairing: [Pairing.Pair] = []
    package private(set) var motion: RigidMotion?

    /// - Parameters:
    ///   - maximumRotation: 1/256 turn either way, 0 to 128.
    ///   - sink: sees every stage.
    package init(
        _ probe: FingerDescriptor, _ reference: FingerDescriptor, maximumRotation: Int = Rotation.any.steps,
        sink: ComparisonSink? = nil
    ) {
        let workspace = ComparisonWorkspace()
        let prepared = PreparedFinger(probe)
        reference.withView { other in
            workspace.measure(prepared, other, gate: maximumRotation)
            compare(prepared, other, workspace, sink)
        }
    }

    /// From distances of one's own: of minutia i of the probe and j of the reference, 0 to 128, or `beyondRotation`.
    package init(_ probe: FingerDescriptor, _ reference: FingerDescriptor, distance: (Int, Int) -> Int) {
        let workspace = ComparisonWorkspace()
        for i in 0..<probe.count {
            workspace.table[row: i] = SIMD64(repeating: HammingTable.beyond)
            for j in 0..<reference.count {
                workspace.table[i * Vector.column + j] = UInt8(distance(i, j))
            }
        }
        let prepared = PreparedFinger(probe)
        reference.withView { compare(prepared, $0, workspace, nil) }
    }

    /// The distance that stands for "not allowed".
    package static let beyondRotation = Int(HammingTable.beyond)

    private mutating func compare(
        _ probe: PreparedFinger, _ reference: DescriptorView, _ workspace: ComparisonWorkspace,
        _ sink: ComparisonSink?
    ) {
        let best = Best()
        score = workspace.compareMeasured(probe, reference) { stage in
            sink?(stage)
            best.take(stage)
        }
        (pairing, motion) = (best.pairing, best.motion)
    }

    /// The refined motion that gave the score.
    private final class Best {
        var score: Float = 0
        var pairing: [Pairing.Pair] = []
        var motion: RigidMotion?

        func take(_ stage: ComparisonStage) {
            guard case .refined(let motion, _, let pairs, let worth) = stage else { return }
            guard worth.score > score || self.motion == nil else { return }
            (score, pairing, self.motion) = (worth.score, pairs, motion)
        }
    }
}
