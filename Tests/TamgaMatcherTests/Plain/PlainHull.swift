import TamgaMatcher

/// The convex hull of a finger's minutiae, to ask which minutiae of another finger lie where both were seen.
struct PlainHull: Sendable {
    /// Where each edge begins and its direction, the inside to the left; none where the points span no area.
    private var edges: [(from: SIMD2<Float>, along: SIMD2<Float>)] = []

    /// Source: Andrew's monotone chain. Complexity: O(n log n).
    init(_ points: [SIMD2<Float>]) {
        let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        guard sorted.count > 2 else { return }
        let corners = Self.chain(sorted) + Self.chain(sorted.reversed())
        guard corners.count > 2 else { return }
        edges = corners.indices.map { index in
            let along = corners[(index + 1) % corners.count] - corners[index]
            return (corners[index], along / (along * along).sum().squareRoot())
        }
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

    /// How deep a point lies inside, pixels: the distance to the nearest edge's line, negative outside.
    ///
    /// A hull without area says nothing of inside and outside: infinity. Complexity: O(corners).
    func depth(_ point: SIMD2<Float>) -> Float {
        var least = Float.infinity
        for (from, along) in edges {
            let offset = point - from
            least = min(least, along.x * offset.y - along.y * offset.x)
        }
        return least
    }
}
