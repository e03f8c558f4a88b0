internal import TamgaKernelsBaseline
#if arch(x86_64)
internal import TamgaKernelsAVX2
internal import TamgaKernelsAVX512
#endif

/// S1: how alike a probe is to each row of a block, by signatures alone.
///
/// For every minutia of the probe the smallest Hamming distance to a minutia of the row whose direction lies within
/// the gate; the score is the sum of ``weight(_:)``, each times what the minutia counts. Integers only: the same bits
/// at every ``KernelLevel``.
public enum SignatureScan {
    /// What a minutia found with equal signature adds to a score: the scale of all scores.
    public static let full: Int32 = weight(0)

    /// What a nearest distance of so many bits adds: `u (u + 30)` with `u = 51 - h`, and 0 from 51 bits on.
    ///
    /// A product of integers that follows `4096 ((51 - h) / 51)^1.5` to within 60.
    public static func weight(_ distance: Int) -> Int32 {
        let left = max(0, Int32(TamgaKernelsBaseline.ScanKernel.reach) - Int32(truncatingIfNeeded: distance))
        return left * (left + Int32(TamgaKernelsBaseline.ScanKernel.slope))
    }

    /// Scores every row of a block.
    ///
    /// - Parameters:
    ///   - probe: the probe's minutiae and the gate.
    ///   - rows: the block.
    ///   - scores: one for each row is written; ``full`` times what it counts for a minutia found with equal signature.
    ///   - level: one of ``KernelLevel/available``.
    /// - Complexity: O(minutiae of the probe x minutiae of the block).
    public static func score(
        _ probe: ProbeLanes, _ rows: ScanRows, into scores: UnsafeMutablePointer<Int32>, level: KernelLevel = .current
    ) {
        // SAFETY: the pointer is used within the closure only; an empty probe has no blocks to read. What the rows and
        // the scores point to is the caller's promise.
        unsafe probe.vectors.withUnsafeBytes { vectors in
            let base = unsafe vectors.baseAddress ?? UnsafeRawPointer(rows.ends)
            unsafe score(base, probe, rows, scores, level)
        }
    }

    /// Scores many probes over the same rows, some rows at a time, so that they are read from memory once.
    ///
    /// - Parameter scores: for each probe where its scores go, one for each row.
    public static func score(
        _ probes: [ProbeLanes], _ rows: ScanRows, into scores: [UnsafeMutablePointer<Int32>],
        level: KernelLevel = .current
    ) {
        // SAFETY: counts only.
        precondition(unsafe probes.count == scores.count)
        for start in stride(from: 0, to: rows.count, by: rowsInCache) {
            let part = rows.part(start..<min(start + rowsInCache, rows.count))
            for index in probes.indices {
                // SAFETY: the caller's promise covers every row of the block.
                unsafe score(probes[index], part, into: scores[index] + start, level: level)
            }
        }
    }

    /// Rows that stay in a cache of 32 KiB beside the probe: 24 of 64 minutiae.
    private static let rowsInCache = 24

    @inline(__always)
    private static func score(
        _ vectors: UnsafeRawPointer, _ probe: ProbeLanes, _ rows: ScanRows, _ scores: UnsafeMutablePointer<Int32>,
        _ level: KernelLevel
    ) {
        // SAFETY: passed on as promised; a level that the processor lacks is refused by the precondition.
        precondition(KernelLevel.available.contains(level))
        switch level {
        case .baseline:
            unsafe TamgaKernelsBaseline.ScanKernel.score(
                probe: vectors, blocks: probe.blocks, gate: probe.gate, signatures: rows.signatures,
                angles: rows.angles, ends: rows.ends, first: rows.first, rows: rows.count, into: scores)
        #if arch(x86_64)
        case .avx2:
            unsafe TamgaKernelsAVX2.ScanKernel.score(
                probe: vectors, blocks: probe.blocks, gate: probe.gate, signatures: rows.signatures,
                angles: rows.angles, ends: rows.ends, first: rows.first, rows: rows.count, into: scores)
        case .avx512:
            unsafe TamgaKernelsAVX512.ScanKernel.score(
                probe: vectors, blocks: probe.blocks, gate: probe.gate, signatures: rows.signatures,
                angles: rows.angles, ends: rows.ends, first: rows.first, rows: rows.count, into: scores)
        #else
        case .avx2, .avx512: break
        #endif
        }
    }
}

extension ScanRows {
    /// Some of the rows, as a block of their own.
    func part(_ range: Range<Int>) -> ScanRows {
        // SAFETY: row `lowerBound` begins where the one before it ends.
        let start = unsafe range.lowerBound == 0 ? UInt32(first) : ends[range.lowerBound - 1]
        return unsafe ScanRows(
            signatures: signatures, angles: angles, ends: ends + range.lowerBound, first: start, count: range.count)
    }
}
