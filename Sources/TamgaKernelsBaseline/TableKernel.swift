/// Hamming distances of all pairs of two fingers for one kernel level; `TamgaKernels.HammingTable` is the way in.
public enum TableKernel {
    /// Bytes of a row of the table, and the most minutiae of the reference.
    public static let stride = 64

    /// Fills a row of ``stride`` bytes for each minutia of the probe.
    ///
    /// - Parameters:
    ///   - probe: two words a minutia, and 1/256 turn, one a minutia; `rows` of each.
    ///   - reference: the same; `columns` of each, 1 to ``stride``.
    ///   - rotation: largest difference of direction, 1/256 turn, 0 to 128; pairs beyond it get 255.
    ///   - table: `rows` times ``stride`` bytes are written; bytes from `columns` on are 255.
    @inline(never)
    public static func fill(
        probe: UnsafePointer<UInt64>, probeAngles: UnsafePointer<UInt8>, rows: Int,
        reference: UnsafePointer<UInt64>, referenceAngles: UnsafePointer<UInt8>, columns: Int, rotation: Int,
        into table: UnsafeMutablePointer<UInt8>
    ) {
        let last = columns &- 1
        // SAFETY: the caller's pointers hold what their descriptions say; indices are kept to the columns.
        let b0 = unsafe (column(reference, 0, last), column(reference, 1, last))
        let b1 = unsafe (column(reference, 2, last), column(reference, 3, last))
        let b2 = unsafe (column(reference, 4, last), column(reference, 5, last))
        let b3 = unsafe (column(reference, 6, last), column(reference, 7, last))
        let turns = unsafe turns(referenceAngles, columns)
        let limit = SIMD64<UInt8>(repeating: UInt8(truncatingIfNeeded: min(2 &* rotation, 255)))
        let gate = UInt8(truncatingIfNeeded: rotation)
        for row in 0..<rows {
            // SAFETY: as above.
            let words = unsafe (probe[2 &* row], probe[2 &* row &+ 1])
            // Sums and products of whole vectors, not `|` and `<<`, which the library writes lane by lane.
            let near = b0.0.distances(words, 1) &+ b0.1.distances(words, 1 &<< 8)
            let next = b1.0.distances(words, 1 &<< 16) &+ b1.1.distances(words, 1 &<< 24)
            let more = b2.0.distances(words, 1 &<< 32) &+ b2.1.distances(words, 1 &<< 40)
            let rest = b3.0.distances(words, 1 &<< 48) &+ b3.1.distances(words, 1 &<< 56)
            let all = (near &+ next) &+ (more &+ rest)
            // SAFETY: as above; a mask of bytes is bytes, all ones where it holds, and 64 of them.
            let apart = unsafe SIMD64<UInt8>(repeating: probeAngles[row] &+ gate) &- turns.angles
            let far = unsafe unsafeBitCast(apart .> limit, to: SIMD8<UInt64>.self) | turns.behind
            unsafe UnsafeMutableRawPointer(table + row &* stride).storeBytes(
                of: all | far, as: SIMD8<UInt64>.self)
        }
    }

    /// Eight minutiae of the reference: those eight apart, so that their distances become bytes of their own words.
    private struct Column {
        let low: SIMD8<UInt64>
        let high: SIMD8<UInt64>

        /// Distances to a minutia of the probe, times the place of their byte.
        @inline(__always)
        func distances(_ words: (low: UInt64, high: UInt64), _ place: UInt64) -> SIMD8<UInt64> {
            let distances = Lanes.ones(low ^ words.low) &+ Lanes.ones(high ^ words.high)
            return distances &* SIMD8(repeating: place)
        }
    }

    @inline(__always)
    private static func column(_ reference: UnsafePointer<UInt64>, _ first: Int, _ last: Int) -> Column {
        var low = SIMD8<UInt64>.zero
        var high = SIMD8<UInt64>.zero
        for lane in 0..<8 {
            let place = min(8 &* lane &+ first, last)
            // SAFETY: the place is one of the reference's.
            low[lane] = unsafe reference[2 &* place]
            high[lane] = unsafe reference[2 &* place &+ 1]
        }
        return Column(low: low, high: high)
    }

    /// The reference's directions, and all ones in the bytes behind them.
    @inline(__always)
    private static func turns(
        _ angles: UnsafePointer<UInt8>, _ columns: Int
    ) -> (angles: SIMD64<UInt8>, behind: SIMD8<UInt64>) {
        var words = SIMD8<UInt64>.zero
        var behind = SIMD8<UInt64>(repeating: .max)
        for place in 0..<columns {
            let shift = UInt64(truncatingIfNeeded: 8 &* (place & 7))
            // SAFETY: the place is one of the reference's.
            words[place &>> 3] |= UInt64(unsafe angles[place]) &<< shift
            behind[place &>> 3] &= ~(0xFF &<< shift)
        }
        // SAFETY: both are 64 plain bytes.
        return (unsafe unsafeBitCast(words, to: SIMD64<UInt8>.self), behind)
    }
}
