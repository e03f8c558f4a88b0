/// The inner loops of S1 for one kernel level; `TamgaKernels.SignatureScan` is the way in.
///
/// Arguments are pointers and integers only: vectors never cross from code of one level to that of another, whose
/// calling convention differs.
public enum ScanKernel {
    /// Vectors that describe eight minutiae of the probe: low words, high words, directions, weights, window.
    public static let vectorsPerBlock = 5
    /// A nearest distance of this many bits or more weighs nothing.
    public static let reach: UInt32 = 51
    /// A nearest distance `h` counts `u (u + slope)` times the minutia's weight, where `u` is `reach - h`, at least 0.
    public static let slope: UInt32 = 30

    /// Scores rows one after the other.
    ///
    /// - Parameters:
    ///   - probe: `blocks` times ``vectorsPerBlock`` vectors of eight 64-bit lanes. Direction: its byte, plus the gate,
    ///     less 128, in each of the eight bytes. Weight: what the minutia counts, in the low half; zero for padding.
    ///     Window: where the directions to be compared begin, and how many steps they go on, 1/256 turn; 256 for all.
    ///   - gate: largest difference of direction, 1/256 turn; 128 for no gate.
    ///   - signatures: two words a minutia.
    ///   - angles: 1/256 turn, ascending within a row.
    ///   - ends: for each row the index after its last minutia.
    ///   - first: index of the first minutia of row 0.
    ///   - scores: one a row.
    @inline(never)
    public static func score(
        probe: UnsafeRawPointer, blocks: Int, gate: Int, signatures: UnsafePointer<UInt64>,
        angles: UnsafePointer<UInt8>, ends: UnsafePointer<UInt32>, first: Int, rows: Int,
        into scores: UnsafeMutablePointer<Int32>
    ) {
        // SAFETY: passed on as promised.
        let block = unsafe Rows(signatures: signatures, angles: angles, ends: ends, first: first, count: rows)
        if gate >= 128 {
            unsafe block.score(probe, blocks, into: scores)
        } else {
            unsafe block.score(probe, blocks, gate: gate, into: scores)
        }
    }
}

/// The rows of a block; the pointers stay the caller's. Not private: the compiler makes private bodies weak.
@safe
struct Rows {
    let signatures: UnsafePointer<UInt64>
    let angles: UnsafePointer<UInt8>
    let ends: UnsafePointer<UInt32>
    let first: Int
    let count: Int

    /// What the minutiae of the probe count, each found within the gate, for each row.
    @inline(never)
    func score(_ probe: UnsafeRawPointer, _ blocks: Int, gate: Int, into scores: UnsafeMutablePointer<Int32>) {
        guard count > 0 else { return }
        let width = SIMD64<Int8>(repeating: Int8(truncatingIfNeeded: 2 &* gate &- 128))
        // SAFETY: the caller's pointers hold what their descriptions say for every row.
        let last = Int(unsafe ends[count &- 1])
        var start = first
        for row in 0..<count {
            // SAFETY: as above.
            let minutiae = Int(unsafe ends[row]) &- start
            let reference = unsafe UnsafeRawPointer(signatures + 2 &* start)
            let sorted = unsafe RowAngles(angles, start: start, count: minutiae, last: last)
            var total = SIMD16<UInt32>.zero
            for block in 0..<blocks {
                // SAFETY: as above, for every block.
                let lanes = unsafe Lanes(probe + block &* Lanes.bytes)
                let range = sorted.range(from: lanes.windowStart, steps: lanes.windowSteps)
                let near = unsafe lanes.nearest(
                    reference, angles + start, count: minutiae, from: range.from, visits: range.visits, width: width)
                total &+= lanes.counts(near)
            }
            // SAFETY: as above.
            unsafe scores[row] = Int32(truncatingIfNeeded: total.wrappedSum())
            start &+= minutiae
        }
    }

    /// As above at any rotation.
    @inline(never)
    func score(_ probe: UnsafeRawPointer, _ blocks: Int, into scores: UnsafeMutablePointer<Int32>) {
        var start = first
        for row in 0..<count {
            // SAFETY: the caller's pointers hold what their descriptions say for every row and block.
            let minutiae = Int(unsafe ends[row]) &- start
            let reference = unsafe UnsafeRawPointer(signatures + 2 &* start)
            var total = SIMD16<UInt32>.zero
            for block in 0..<blocks {
                let lanes = unsafe Lanes(probe + block &* Lanes.bytes)
                total &+= unsafe lanes.counts(lanes.nearest(reference, count: minutiae))
            }
            // SAFETY: as above.
            unsafe scores[row] = Int32(truncatingIfNeeded: total.wrappedSum())
            start &+= minutiae
        }
    }
}
