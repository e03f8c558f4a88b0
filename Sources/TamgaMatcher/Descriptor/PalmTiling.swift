/// How a palm, which has more minutiae than a descriptor holds, is cut into tiles that overlap.
///
/// The middles of the tiles are spread over the palm by its minutiae (k-means from the farthest points), and each tile
/// has the minutiae nearest to its middle: where minutiae are dense tiles are small, and wherever the same skin shows
/// in two impressions, a tile of the one has most of what a tile of the other has, however the palm was turned or
/// cut off.
/// Whole numbers only; the order of the minutiae does not matter once they are in canonical order.
package enum PalmTiling {
    /// Minutiae of a tile: as many as a descriptor holds.
    package static let minutiae = MatcherConstants.minutiae
    /// Minutiae beyond those of one tile that call for another. Measured (docs/MATCHING.md).
    package static let minutiaePerFurtherTile = 24
    /// Tiles of one view at most: with more minutiae than these share, tiles overlap less.
    package static let most = 16
    private static let rounds = 8

    /// How many tiles so many minutiae make.
    package static func count(of minutiae: Int) -> Int {
        let further = max(0, minutiae - Self.minutiae)
        return min(most, 1 + (further + minutiaePerFurtherTile - 1) / minutiaePerFurtherTile)
    }

    /// For each tile the indices of its minutiae, ascending.
    ///
    /// Complexity: O(n log n) for each tile.
    package static func tiles(of minutiae: [PlacedMinutia]) -> [[Int]] {
        let count = count(of: minutiae.count)
        guard count > 1 else { return [Array(minutiae.indices)] }
        let points = minutiae.map { SIMD2(Int($0.x), Int($0.y)) }
        return middles(of: points, count).map { nearest(to: $0, points) }
    }

    private static func nearest(to middle: SIMD2<Int>, _ points: [SIMD2<Int>]) -> [Int] {
        let distances = points.map { squared($0, middle) }
        let ranked = points.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
        return ranked.prefix(minutiae).sorted()
    }

    private static func middles(of points: [SIMD2<Int>], _ count: Int) -> [SIMD2<Int>] {
        var middles = farthest(of: points, count)
        for _ in 0..<rounds {
            var sums = [SIMD3<Int>](repeating: .zero, count: count)
            for point in points {
                let own = middles.indices.min { squared(point, middles[$0]) < squared(point, middles[$1]) } ?? 0
                sums[own] &+= SIMD3(point.x, point.y, 1)
            }
            for (index, sum) in sums.enumerated() where sum.z > 0 {
                middles[index] = SIMD2(sum.x / sum.z, sum.y / sum.z)
            }
        }
        return middles
    }

    /// The point nearest the middle of all, then again and again the one farthest from those there are.
    private static func farthest(of points: [SIMD2<Int>], _ count: Int) -> [SIMD2<Int>] {
        let sum = points.reduce(SIMD2<Int>.zero) { $0 &+ $1 }
        let middle = SIMD2(sum.x / points.count, sum.y / points.count)
        var chosen = [points.min { squared($0, middle) < squared($1, middle) } ?? middle]
        var distances = points.map { squared($0, chosen[0]) }
        while chosen.count < count {
            let next = points.indices.max { (distances[$0], -$0) < (distances[$1], -$1) } ?? 0
            chosen.append(points[next])
            let last = points[next]
            for index in points.indices { distances[index] = min(distances[index], squared(points[index], last)) }
        }
        return chosen
    }

    private static func squared(_ one: SIMD2<Int>, _ other: SIMD2<Int>) -> Int {
        let apart = one &- other
        return apart.x * apart.x + apart.y * apart.y
    }
}
