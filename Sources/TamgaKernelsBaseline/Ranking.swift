/// Orders of at most 64 numbers.
public enum Ranking {
    /// Writes the numbers 0 to `count - 1` to `order` so that their keys ascend; of equal keys the earlier comes first.
    ///
    /// Each goes to the place that the number of those before it says. Complexity: O(count^2), sixteen at a time.
    @inline(never)
    public static func ascending(
        _ keys: UnsafeMutablePointer<UInt32>, count: Int, into order: UnsafeMutablePointer<UInt32>
    ) {
        // SAFETY: both columns have room for 64.
        let (keys, order) = unsafe (Words(keys), Words(order))
        for block in 0..<Vector.blocks(count) {
            let first = block &* Vector.width
            let mine = keys[lanes: first]
            let numbers = Vector.numbers(from: first)
            var ranks = Words16.zero
            for other in 0..<count {
                let key = Words16(repeating: keys[other])
                let isBefore =
                    (mine .> key) .| ((mine .== key) .& (numbers .> Vector.words(other)))
                ranks &-= Vector.words(isBefore)
            }
            let held = count &- first < Vector.width ? count &- first : Vector.width
            for lane in 0..<held { order[Int(ranks[lane])] = UInt32(truncatingIfNeeded: first &+ lane) }
        }
    }
}
