/// The convex hull of places, and who lies in it.
public enum Hull {
    /// Source: Andrew's monotone chain.
    ///
    /// - Parameters:
    ///   - places: columns x, y.
    ///   - order: numbers of the places by x, then y.
    ///   - corners: room for 130 words.
    ///   - edges: room for 128 of `HullEdge.floats`.
    /// - Returns: how many edges; 0 where the places span no area. Complexity: O(count).
    @inline(never)
    public static func edges(
        of places: UnsafeMutablePointer<Float>, count: Int, order: UnsafeMutablePointer<UInt32>,
        corners: UnsafeMutablePointer<UInt32>, into edges: UnsafeMutablePointer<Float>
    ) -> Int {
        guard count > 2 else { return 0 }
        // SAFETY: the pointers hold what is said above.
        let (places, edges) = unsafe (Floats(places), Floats(edges))
        let (order, corners) = unsafe (Words(order), Words(corners))
        var total = 0
        for pass in 0..<2 {
            let start = total
            for step in 0..<count {
                let point = order[pass == 0 ? step : count &- 1 &- step]
                while total &- start > 1, !turnsLeft(places, corners[total &- 2], corners[total &- 1], point) {
                    total &-= 1
                }
                corners[total] = point
                total &+= 1
            }
            // The last of a chain is the first of the other.
            total &-= 1
        }
        guard total > 2 else { return 0 }
        for corner in 0..<total {
            let (from, to) = (Int(corners[corner]), Int(corners[corner &+ 1 == total ? 0 : corner &+ 1]))
            let x = places[to] - places[from]
            let y = places.column(1)[to] - places.column(1)[from]
            let length = (x * x + y * y).squareRoot()
            edges[4 &* corner] = places[from]
            edges[4 &* corner &+ 1] = places.column(1)[from]
            edges[4 &* corner &+ 2] = x / length
            edges[4 &* corner &+ 3] = y / length
        }
        return total
    }

    @inline(__always)
    static func turnsLeft(_ places: Floats, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> Bool {
        let (a, b, c) = (Int(a), Int(b), Int(c))
        let ys = places.column(1)
        return (places[b] - places[a]) * (ys[c] - ys[a]) - (ys[b] - ys[a]) * (places[c] - places[a]) > 0
    }

    /// How deep each place lies inside, pixels: the distance to the nearest edge's line, negative outside; infinity
    /// where there are no edges. Complexity: O(count x edges).
    @inline(never)
    public static func depths(
        of places: UnsafeMutablePointer<Float>, count: Int, within edges: UnsafeMutablePointer<Float>,
        edgeCount: Int, into depths: UnsafeMutablePointer<Float>
    ) {
        // SAFETY: columns, as said above.
        let (places, edges, depths) = unsafe (Floats(places), Floats(edges), Floats(depths))
        for block in 0..<Vector.blocks(count) {
            let first = block &* Vector.width
            let (x, y) = (places[lanes: first], places.column(1)[lanes: first])
            var least = Lanes16(repeating: .infinity)
            for edge in 0..<edgeCount {
                let offsetX = x - edges[4 &* edge]
                let offsetY = y - edges[4 &* edge &+ 1]
                let depth = edges[4 &* edge &+ 2] * offsetY - edges[4 &* edge &+ 3] * offsetX
                least = Vector.smaller(least, depth)
            }
            depths[lanes: first] = least
        }
    }

    /// Numbers of the places by x, then y; of equal places the earlier first.
    ///
    /// Complexity: O(count^2), sixteen at a time.
    @inline(never)
    public static func order(
        _ places: UnsafeMutablePointer<Float>, count: Int, into order: UnsafeMutablePointer<UInt32>
    ) {
        // SAFETY: columns of 64.
        let (xs, order) = unsafe (Floats(places), Words(order))
        let ys = xs.column(1)
        for block in 0..<Vector.blocks(count) {
            let first = block &* Vector.width
            let (x, y) = (xs[lanes: first], ys[lanes: first])
            let numbers = Vector.numbers(from: first)
            var ranks = Words16.zero
            for other in 0..<count {
                let (otherX, otherY) = (Lanes16(repeating: xs[other]), Lanes16(repeating: ys[other]))
                let ties = (y .== otherY) .& (numbers .> Vector.words(other))
                let isBefore = (x .> otherX) .| ((x .== otherX) .& ((y .> otherY) .| ties))
                ranks &-= Vector.words(isBefore)
            }
            let held = count &- first < Vector.width ? count &- first : Vector.width
            for lane in 0..<held { order[Int(ranks[lane])] = UInt32(truncatingIfNeeded: first &+ lane) }
        }
    }
}
