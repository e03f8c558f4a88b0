import Foundation

/// The convex outline of points and the way inwards from it.
struct Outline {
    /// A point of each edge and its unit normal that points inwards.
    private var edges: [(from: SIMD2<Double>, inwards: SIMD2<Double>)] = []

    /// Andrew's monotone chain. Complexity: O(n log n).
    init(_ points: [SIMD2<Double>]) {
        let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        let corners = Self.chain(sorted) + Self.chain(sorted.reversed())
        guard corners.count > 2 else { return }
        for (index, from) in corners.enumerated() {
            let along = corners[(index + 1) % corners.count] - from
            let length = (along * along).sum().squareRoot()
            if length > 0 { edges.append((from, SIMD2(-along.y, along.x) / length)) }
        }
    }

    private static func chain(_ points: [SIMD2<Double>]) -> [SIMD2<Double>] {
        var chain: [SIMD2<Double>] = []
        for point in points {
            while chain.count > 1, !turnsLeft(chain[chain.count - 2], chain[chain.count - 1], point) {
                chain.removeLast()
            }
            chain.append(point)
        }
        return chain.dropLast()
    }

    private static func turnsLeft(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>) -> Bool {
        (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0
    }

    /// The way inwards from the nearest edge; nil further from it than `limit`.
    func inwards(_ point: SIMD2<Double>, within limit: Double) -> SIMD2<Double>? {
        let nearest = edges.map { (distance: ((point - $0.from) * $0.inwards).sum(), inwards: $0.inwards) }
            .min { $0.distance < $1.distance }
        guard let nearest, nearest.distance < limit else { return nil }
        return nearest.inwards
    }
}

/// The C library's cosine: a report needs no more.
enum Cosine {
    static func of(turns: Double) -> Double { cos(turns * 2 * Double.pi) }
}
