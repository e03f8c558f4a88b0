package import TamgaTemplates

/// What the minutiae of many impressions are like, one value each or one for each minutia.
package struct ImpressionStatistics: Sendable {
    /// Minutiae that a matcher uses: of quality 10 and better, or of none reported.
    package private(set) var counts: [Double] = []
    /// Distance of each minutia to its nearest neighbour, pixels at 500 dpi.
    package private(set) var nearest: [Double] = []
    /// For each ring of distances: pairs, and the sums of cos of the angle difference, and of its double.
    package private(set) var rings = [Ring](repeating: Ring(), count: radii.count - 1)
    /// Minutiae on the outline (within 12 pixels of the hull), and how many of them point inwards.
    package private(set) var outer = 0
    package private(set) var inward = 0
    package private(set) var minutiae = 0
    package private(set) var endings = 0

    /// Bounds of the rings, pixels.
    package static let radii: [Double] = [6, 15, 30, 45, 65, 90, 120, 160]

    /// One ring of distances.
    package struct Ring: Sendable {
        package var pairs = 0.0
        package var same = 0.0
        package var doubled = 0.0
    }

    package init(_ templates: [FingerTemplate]) {
        for template in templates {
            add(template.minutiae.filter { $0.quality == 0 || $0.quality >= 10 })
        }
    }

    private mutating func add(_ list: [Minutia]) {
        counts.append(Double(list.count))
        guard list.count > 3 else { return }
        minutiae += list.count
        endings += list.count { $0.kind == .ending }
        for (index, minutia) in list.enumerated() {
            var least = Double.infinity
            for (other, neighbour) in list.enumerated() where other != index {
                let distance = Self.distance(minutia, neighbour)
                least = min(least, distance)
                if other > index { add(minutia, neighbour, distance) }
            }
            nearest.append(least)
        }
        addOutline(list)
    }

    private mutating func add(_ one: Minutia, _ other: Minutia, _ distance: Double) {
        guard let bound = Self.radii.firstIndex(where: { distance < $0 }), bound > 0 else { return }
        let turn = Int(one.angle &- other.angle)
        rings[bound - 1].pairs += 1
        rings[bound - 1].same += Self.cosines[turn]
        rings[bound - 1].doubled += Self.cosines[2 * turn % 256]
    }

    private mutating func addOutline(_ list: [Minutia]) {
        let hull = Outline(list.map { SIMD2(Double($0.x), Double($0.y)) })
        for minutia in list {
            guard let inwards = hull.inwards(SIMD2(Double(minutia.x), Double(minutia.y)), within: 12) else { continue }
            outer += 1
            // The image's y points down, the angle is counter-clockwise.
            let direction = SIMD2(Self.cosines[Int(minutia.angle)], -Self.cosines[(Int(minutia.angle) + 192) % 256])
            if (direction * inwards).sum() > 0 { inward += 1 }
        }
    }

    private static func distance(_ one: Minutia, _ other: Minutia) -> Double {
        let (dx, dy) = (Double(one.x) - Double(other.x), Double(one.y) - Double(other.y))
        return (dx * dx + dy * dy).squareRoot()
    }

    /// Cosines of 1/256 turns.
    private static let cosines: [Double] = (0..<256).map { step in
        Cosine.of(turns: Double(step) / 256)
    }
}
