/// S3's question: which few pairs of minutiae that turn alike have the signatures that differ least?
public enum NearestPairs {
    /// Writes the keys of the `wanted` nearest pairs, ascending: `distance << 16 | row << 8 | column`.
    ///
    /// The directions of the reference ascend, so those within the rotation of one of the probe lie side by side, round
    /// the end: only these are measured. Whatever lies near enough is listed, then counted by distance.
    ///
    /// - Parameters:
    ///   - probe: two words a minutia, and 1/256 turn, one a minutia; `rows` of each, at most 64.
    ///   - reference: the same; `columns` of each, at most 64, directions ascending.
    ///   - rotation: largest difference of direction, 1/256 turn, 0 to 128.
    ///   - farthest: largest distance that is listed, 0 to 62.
    ///   - wanted: 1 to 64.
    ///   - index: room for a ``TurnIndex``; `list` for 4,112 words.
    ///   - keys: room for 64 words.
    /// - Returns: how many there are, at most `wanted`. Complexity: O(rows x minutiae within the rotation).
    @inline(never)
    public static func select(
        probe: UnsafePointer<UInt64>, probeAngles: UnsafePointer<UInt8>, rows: Int,
        reference: UnsafePointer<UInt64>, referenceAngles: UnsafePointer<UInt8>, columns: Int, rotation: Int,
        farthest: Int, wanted: Int, index: UnsafeMutablePointer<UInt8>, list: UnsafeMutablePointer<UInt32>,
        keys: UnsafeMutablePointer<UInt32>
    ) -> Int {
        guard columns > 0 else { return 0 }
        // SAFETY: the pointers hold what is said above.
        let (list, keys, index) = unsafe (Words(list), Words(keys), Bytes(index))
        unsafe TurnIndex.write(referenceAngles, columns, into: index.base)
        var listed = 0
        for row in 0..<rows {
            let words = unsafe (probe[2 &* row], probe[2 &* row &+ 1])
            let angle = unsafe Int(probeAngles[row])
            // In ascending order of columns: what lies round the end first.
            let window = rotation < 128
                ? TurnIndex.window(index, from: angle &- rotation, to: angle &+ rotation, count: columns)
                : (over: 0, first: 0, end: columns)
            let key = UInt32(truncatingIfNeeded: row &<< 8)
            let limit = farthest
            for part in 0..<2 {
                let (first, end) = part == 0 ? (0, window.over) : (window.first, window.end)
                var column = first
                while column < end {
                    let distance = unsafe (words.0 ^ reference[2 &* column]).nonzeroBitCount
                        &+ (words.1 ^ reference[2 &* column &+ 1]).nonzeroBitCount
                    // Written in any case, and kept where it is near.
                    list[listed] = UInt32(truncatingIfNeeded: distance &<< 16 | column) | key
                    listed &+= distance <= limit ? 1 : 0
                    column &+= 1
                }
            }
        }
        return choose(list, listed, wanted, counts: keys, into: keys)
    }

    /// Of a list the `wanted` lowest keys in ascending order; of those at the last distance the first listed.
    ///
    /// - Parameter counts: room for 64 words, which may be where the keys go.
    @inline(__always)
    static func choose(_ list: Words, _ listed: Int, _ wanted: Int, counts: Words, into keys: Words) -> Int {
        var count = listed
        if listed > wanted {
            for block in 0..<4 { counts[lanes: block &* Vector.width] = .zero }
            for index in 0..<listed { counts[Int(list[index] &>> 16)] &+= 1 }
            var (limit, atLimit) = (UInt32(0), wanted)
            while Int(counts[Int(limit)]) < atLimit {
                atLimit &-= Int(counts[Int(limit)])
                limit &+= 1
            }
            count = 0
            for index in 0..<listed {
                let key = list[index]
                let isAtLimit = key &>> 16 == limit
                list[count] = key
                count &+= key &>> 16 < limit || (isAtLimit && atLimit > 0) ? 1 : 0
                atLimit &-= isAtLimit ? 1 : 0
            }
        }
        LowestPairs.sort(list, count, into: keys)
        return count
    }
}
