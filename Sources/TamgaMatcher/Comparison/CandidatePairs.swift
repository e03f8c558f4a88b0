internal import TamgaKernels

/// The pairs of minutiae worth building an alignment from, best first.
package struct CandidatePairs: Sendable, Hashable {
    package private(set) var probe: [Int] = []
    package private(set) var reference: [Int] = []
    package private(set) var similarity: [Float] = []
    /// Rotation each pair implies, 1/256 turn.
    package private(set) var turn: [UInt8] = []

    package var count: Int { probe.count }

    /// A copy for whoever looks.
    init(_ count: Int, in workspace: ComparisonWorkspace) {
        let words = workspace.candidateWords
        for index in 0..<count {
            probe.append(Int(words.column(PairColumns.probe)[index]))
            reference.append(Int(words.column(PairColumns.reference)[index]))
            turn.append(UInt8(words.column(PairColumns.turn)[index]))
            similarity.append(workspace.strengths[index])
        }
    }
}

extension ComparisonWorkspace {
    /// Fills the table of Hamming distances.
    func measure(_ probe: PreparedFinger, _ reference: DescriptorView, gate: Int) {
        // SAFETY: a view and a prepared finger have at most the 64 minutiae that the table has room for.
        unsafe HammingTable.fill(
            probeSignatures: probe.signatures, probeAngles: probe.angles.base, probeCount: probe.count,
            referenceSignatures: reference.signatures, referenceAngles: reference.angles,
            referenceCount: reference.count, maximumRotation: gate, into: table.base, level: level)
    }

    /// Lists the 24 to 60 most similar pairs, each with its similarity for a first strength.
    ///
    /// - Returns: how many there are. Complexity: O(n^2).
    func chooseCandidates(_ probe: PreparedFinger, _ other: DescriptorView, _ tables: ComparisonTables) -> Int {
        let mean = (probe.count + other.count) / 2
        let wanted = min(max(mean + 8, MatcherConstants.fewestPairs), MatcherConstants.mostPairs)
        // SAFETY: the scratch columns have room for 64 keys each.
        let count = unsafe kernels.lowest(
            table.base, probe.count, tables.closest, tables.farthest, wanted, scratchWords.base,
            scratchWords.column(1).base)
        let keys = scratchWords.column(1)
        for index in 0..<count {
            let (i, j) = (Int(keys[index] >> 8 & 255), Int(keys[index] & 255))
            candidateWords.column(PairColumns.probe)[index] = UInt32(i)
            candidateWords.column(PairColumns.reference)[index] = UInt32(j)
            // SAFETY: j is below the view's count.
            let turn = unsafe other.angles[j] &- probe.angles[i]
            candidateWords.column(PairColumns.turn)[index] = UInt32(turn)
            candidates.column(PairColumns.fromX)[index] = probe.points.column(PointColumns.x)[i]
            candidates.column(PairColumns.fromY)[index] = probe.points.column(PointColumns.y)[i]
            candidates.column(PairColumns.toX)[index] = reference.column(PointColumns.x)[j]
            candidates.column(PairColumns.toY)[index] = reference.column(PointColumns.y)[j]
            strengths[index] = tables.similarity[Int(keys[index] >> 16)]
        }
        return count
    }

    /// Measures how the candidates agree, and lets those that do strengthen each other (the relaxation of MCC, section
    /// 4.2, in the form measured).
    func relax(_ count: Int, _ tables: ComparisonTables) {
        // SAFETY: at most 60 candidates, 1,770 pairs of them: the columns and lists have room.
        unsafe kernels.agree(
            candidates.base, candidateWords.base, count, tables.turns.base, tables.rotations.base,
            tables.rotationReach, tables.lengths.base, near.pairs.base, scratch.base, agreement.base)
        unsafe kernels.relax(
            agreement.base, count, MatcherConstants.relaxationRounds, max(10, Float(count - 1)), strengths.base)
    }
}
