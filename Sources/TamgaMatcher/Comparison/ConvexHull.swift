/// The convex hull of a finger's minutiae, to ask which minutiae of another finger lie where both were seen.
package struct ConvexHull: Sendable {
    /// Corners in order, the inside to the left of each edge.
    private var corners: [SIMD2<Float>] = []

    /// Source: Andrew's monotone chain. Complexity: O(n log n).
    package init(_ points: [SIMD2<Float>]) {
        let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        guard sorted.count > 2 else {
            corners = sorted
            return
        }
        corners = Self.chain(sorted) + Self.chain(sorted.reversed())
    }

    private static func chain(_ points: some Sequence<SIMD2<Float>>) -> [SIMD2<Float>] {
        var chain: [SIMD2<Float>] = []
        for point in points {
            while chain.count > 1, !turnsLeft(chain[chain.count - 2], chain[chain.count - 1], point) {
                chain.removeLast()
            }
            chain.append(point)
        }
        return chain.dropLast()
    }

    private static func turnsLeft(_ a: SIMD2<Float>, _ b: SIMD2<Float>, _ c: SIMD2<Float>) -> Bool {
        (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0
    }

    /// How many points lie inside, or outside by at most `dilation` pixels of an edge.
    package func count(of points: some Sequence<SIMD2<Float>>, dilation: Float) -> Int {
        guard corners.count > 2 else { return 0 }
        let edges = corners.indices.map { index in
            let from = corners[index]
            let along = corners[(index + 1) % corners.count] - from
            return (from, along / (along * along).sum().squareRoot())
        }
        return points.reduce(0) { count, point in
            let inside = edges.allSatisfy { from, along in
                let offset = point - from
                return along.x * offset.y - along.y * offset.x >= -dilation
            }
            return inside ? count + 1 : count
        }
    }
}
