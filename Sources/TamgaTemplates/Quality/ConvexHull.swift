/// The smallest convex area that holds all minutiae of a template (Andrew's monotone chain, 1979), in integers.
struct ConvexHull {
    /// Square pixels, halves cut off.
    let area: Int

    /// - Complexity: O(*n* log *n*).
    init(_ minutiae: [Minutia]) {
        let points = minutiae.map { (x: Int($0.x), y: Int($0.y)) }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        let corners = Self.chain(points) + Self.chain(points.reversed())
        var twice = 0
        for (index, corner) in corners.enumerated() {
            let next = corners[(index + 1) % corners.count]
            twice += corner.x * next.y - next.x * corner.y
        }
        area = abs(twice) / 2
    }

    private typealias Point = (x: Int, y: Int)

    /// One side of the hull, its last corner left to the other side.
    private static func chain(_ points: [Point]) -> [Point] {
        var chain: [Point] = []
        for point in points {
            while chain.count >= 2, cross(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 {
                chain.removeLast()
            }
            chain.append(point)
        }
        return Array(chain.dropLast())
    }

    private static func cross(_ origin: Point, _ one: Point, _ other: Point) -> Int {
        (one.x - origin.x) * (other.y - origin.y) - (one.y - origin.y) * (other.x - origin.x)
    }
}

/// Minutiae that lie where another one does.
enum CoincidentMinutiae {
    /// How many minutiae have another within so many pixels in both axes.
    ///
    /// - Complexity: O(*n* log *n*) where places differ, O(*n*²) where all are in one column.
    static func count(_ minutiae: [Minutia], within distance: Int) -> Int {
        let sorted = minutiae.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        var isNear = [Bool](repeating: false, count: sorted.count)
        for index in sorted.indices {
            for other in sorted[(index + 1)...].indices {
                guard Int(sorted[other].x) - Int(sorted[index].x) <= distance else { break }
                if abs(Int(sorted[other].y) - Int(sorted[index].y)) <= distance {
                    (isNear[index], isNear[other]) = (true, true)
                }
            }
        }
        return isNear.count { $0 }
    }
}
