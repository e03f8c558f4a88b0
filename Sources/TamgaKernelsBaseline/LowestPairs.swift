/// The pairs of minutiae whose signatures differ least.
public enum LowestPairs {
    /// Writes the keys of the `wanted` lowest entries, ascending: `distance << 16 | row << 8 | column`.
    ///
    /// Distances below `floor` count as it; those above `ceiling` are left out. First the distance is found up to which
    /// enough entries lie, by halving the range and counting; then the entries are read off and ranked.
    ///
    /// - Parameters:
    ///   - table: `rows` rows of 64 bytes.
    ///   - wanted: 1 to 64.
    ///   - scratch: room for 64 words.
    ///   - keys: room for 64 words.
    /// - Returns: how many there are, at most `wanted`. Complexity: O(table).
    @inline(never)
    public static func select(
        _ table: UnsafePointer<UInt8>, rows: Int, floor: Int, ceiling: Int, wanted: Int,
        scratch: UnsafeMutablePointer<UInt32>, keys: UnsafeMutablePointer<UInt32>
    ) -> Int {
        // SAFETY: the pointers hold what is said above.
        let table = unsafe Bytes(UnsafeMutablePointer(mutating: table))
        let (scratch, keys) = unsafe (Words(scratch), Words(keys))
        var limit = floor
        var high = ceiling
        while limit < high {
            let middle = (limit &+ high) &>> 1
            if countUpTo(middle, table, rows) >= wanted { high = middle } else { limit = middle &+ 1 }
        }
        // Of those at the limit itself as many as there is room for: the first.
        var atLimit = wanted &- (limit > floor ? countUpTo(limit &- 1, table, rows) : 0)
        var count = 0
        let bound = Vector.splat(limit)
        for row in 0..<rows {
            var left = bits(table[row: row] .<= bound)
            while left != 0 {
                let column = left.trailingZeroBitCount
                left &= left &- 1
                let distance = max(floor, Int(table[row &* Vector.column &+ column]))
                if distance == limit {
                    guard atLimit > 0 else { continue }
                    atLimit &-= 1
                }
                scratch[count] = UInt32(truncatingIfNeeded: distance &<< 16 | row &<< 8 | column)
                count &+= 1
            }
        }
        sort(scratch, count, into: keys)
        return count
    }

    @inline(__always)
    static func countUpTo(_ distance: Int, _ table: Bytes, _ rows: Int) -> Int {
        let bound = Vector.splat(distance)
        // At most 64 rows: a byte holds the count of a column.
        var counts = SIMD64<UInt8>.zero
        for row in 0..<rows { counts &-= Vector.bytes(Vector.bytes(table[row: row] .<= bound)) }
        // Neighbouring bytes are added, then the four sums of each word.
        let words = Vector.words(counts)
        let mask = SIMD8<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
        let pairs = (words & mask) &+ ((words &>> 8) & mask)
        let fours = pairs &+ (pairs &>> 16)
        return Int(((fours &+ (fours &>> 32)) & 0xFFFF).wrappedSum())
    }

    /// One bit a byte.
    @inline(__always)
    static func bits(_ mask: SIMDMask<SIMD64<Int8>>) -> UInt64 {
        var words = Vector.bytes(mask) & 0x8040_2010_0804_0201
        words |= words &>> 32
        words |= words &>> 16
        words |= words &>> 8
        // SAFETY: both types are eight plain bytes.
        return unsafe unsafeBitCast(SIMD8<UInt8>(truncatingIfNeeded: words), to: UInt64.self)
    }

    /// Distinct keys in ascending order: each goes to the place that the number of smaller ones says.
    @inline(__always)
    static func sort(_ unsorted: Words, _ count: Int, into sorted: Words) {
        for block in 0..<Vector.blocks(count) {
            let first = block &* Vector.width
            let mine = unsorted[lanes: first]
            var ranks = Words16.zero
            for other in 0..<count {
                ranks &-= Vector.words(Words16(repeating: unsorted[other]) .< mine)
            }
            for lane in 0..<min(Vector.width, count &- first) {
                sorted[Int(ranks[lane])] = unsorted[first &+ lane]
            }
        }
    }
}
