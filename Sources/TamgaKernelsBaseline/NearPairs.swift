/// Which minutiae of the probe, laid upon the reference, lie near which of it.
public enum NearPairs {
    /// Lists the pairs nearer than a limit: by the probe's minutia, then the reference's.
    ///
    /// The reference's directions ascend, so those that turn by less than the gate lie side by side, round the end:
    /// only these are looked at. Some beyond the gate are listed too: what that excludes, is for the caller to say.
    ///
    /// - Parameters:
    ///   - probe: columns x, y, direction of the probe's minutiae in the reference's frame: pixels, radians.
    ///   - reference: as `PointColumns`; `index` as ``TurnIndex`` of its directions.
    ///   - limit: pixels^2.
    ///   - gate: radians, at most 2.
    ///   - table: rows of 64 Hamming distances.
    ///   - scratch: room for two vectors.
    /// - Returns: how many are listed. Complexity: O(rows x minutiae within the gate).
    @inline(never)
    public static func find(
        probe: UnsafeMutablePointer<Float>, rows: Int, reference: UnsafeMutablePointer<Float>,
        index: UnsafeMutablePointer<UInt8>, columns: Int, limit: Float, gate: Float,
        table: UnsafeMutablePointer<UInt8>, scratch: UnsafeMutablePointer<Float>,
        pairs: UnsafeMutablePointer<UInt32>, squares: UnsafeMutablePointer<Float>,
        angles: UnsafeMutablePointer<Float>, distances: UnsafeMutablePointer<UInt8>
    ) -> Int {
        // SAFETY: the pointers hold what is said above.
        let (probe, reference, scratch) = unsafe (Floats(probe), Floats(reference), Floats(scratch))
        let (table, index) = unsafe (Bytes(table), Bytes(index))
        var list = unsafe List(
            pairs: Words(pairs), squares: Floats(squares), angles: Floats(angles), distances: Bytes(distances))
        // In 1/256 turn, with two to spare for what is cut off and rounded.
        let stepsPerRadian: Float = 40.743664
        let reach = Int(gate * stepsPerRadian) &+ 2
        // How many are looked at at once: as many as a window mostly holds.
        let isWide = gate > 0.8
        let step = isWide ? 2 &* Vector.width : Vector.width
        for i in 0..<rows {
            let (x, y, direction) = (probe[i], probe.column(1)[i], probe.column(2)[i])
            // The nearest whole number, modulo 256, in the lowest bits of the sum with 1.5 x 2^23.
            let middle = Int((direction * stepsPerRadian + 12_582_912).bitPattern & 255)
            let window = TurnIndex.window(index, from: middle &- reach, to: middle &+ reach, count: columns)
            let row = i &* Vector.column
            var (first, end) = window.over > 0 ? (0, window.over) : (window.first, window.end)
            while first < end {
                let near = within(limit, x, y, reference, first)
                var found = Vector.bits(near.mask)
                scratch[lanes: 0] = near.squared
                if isWide {
                    let next = within(limit, x, y, reference, first &+ Vector.width)
                    found |= Vector.bits(next.mask) &<< 16
                    scratch[lanes: 16] = next.squared
                }
                // No bits of columns beyond the window.
                let beyond = UInt32(truncatingIfNeeded: max(0, 32 &+ first &- end))
                found &= UInt32.max &>> beyond
                list.add(found, UInt32(truncatingIfNeeded: i &<< 8), first, scratch, direction, reference, table, row)
                first &+= step
                if first >= end, end == window.over, window.over > 0, window.first < columns {
                    (first, end) = (window.first, columns)
                }
            }
        }
        for block in 0..<Vector.blocks(list.count) {
            let first = block &* Vector.width
            list.angles[lanes: first] = Vector.wrap(list.angles[lanes: first])
        }
        return list.count
    }

    /// The lists of what was found.
    @safe
    struct List {
        let pairs: Words
        let squares: Floats
        let angles: Floats
        let distances: Bytes
        var count = 0

        /// Adds the columns of a row whose bits are set, bit 0 being column `first`.
        @inline(__always)
        mutating func add(
            _ bits: UInt32, _ key: UInt32, _ first: Int, _ scratch: Floats, _ direction: Float, _ reference: Floats,
            _ table: Bytes, _ row: Int
        ) {
            var left = bits
            repeat {
                // Written in any case, so that none and one are the same to the processor.
                let lane = left.trailingZeroBitCount & 31
                let column = first &+ lane
                pairs[count] = key | UInt32(truncatingIfNeeded: column)
                squares[count] = scratch[lane]
                angles[count] = direction - reference.column(PointColumns.direction)[column]
                distances[count] = table[row &+ column]
                count &+= left != 0 ? 1 : 0
                left &= left &- 1
            } while left != 0
        }
    }

    @inline(__always)
    static func within(
        _ limit: Float, _ x: Float, _ y: Float, _ reference: Floats, _ first: Int
    ) -> (mask: Mask16, squared: Lanes16) {
        let dx = reference[lanes: first] - x
        let dy = reference.column(1)[lanes: first] - y
        let squared = dx * dx + dy * dy
        return (squared .< Lanes16(repeating: limit), squared)
    }
}
