package import TamgaTemplates

/// A minutia in the matcher's frame: direction in 1/256 turn with y downwards.
package struct PlacedMinutia: Hashable, Sendable {
    package var x: Int16
    package var y: Int16
    package var angle: UInt8

    package init(x: Int16, y: Int16, angle: UInt8) {
        self.x = x
        self.y = y
        self.angle = angle
    }
}

extension PlacedMinutia {
    /// The minutiae of a template worth comparing, at most `MatcherConstants.minutiae`, in canonical order.
    ///
    /// Minutiae of reported quality below the limit are left out; of more than fit, the best by quality
    /// stay, then those nearest the middle. Complexity: O(n log n).
    package static func selected(from template: FingerTemplate) -> [PlacedMinutia] {
        let usable = template.minutiae.filter {
            $0.quality == 0 || Int($0.quality) >= MatcherConstants.minimumQuality
        }
        return best(of: usable).map(Self.init).sorted(by: Self.precedes)
    }

    private init(_ minutia: Minutia) {
        // A counter-clockwise angle as one looks at the image runs backwards where y points down.
        self.init(x: minutia.x, y: minutia.y, angle: 0 &- minutia.angle)
    }

    private static func precedes(_ one: PlacedMinutia, _ other: PlacedMinutia) -> Bool {
        (one.angle, one.x, one.y) < (other.angle, other.x, other.y)
    }

    private static func best(of minutiae: [Minutia]) -> [Minutia] {
        guard minutiae.count > MatcherConstants.minutiae else { return minutiae }
        let middleX = minutiae.reduce(0) { $0 + Int($1.x) } / minutiae.count
        let middleY = minutiae.reduce(0) { $0 + Int($1.y) } / minutiae.count
        let ranked = minutiae.map { minutia in
            let dx = Int(minutia.x) - middleX
            let dy = Int(minutia.y) - middleY
            return (minutia, dx * dx + dy * dy)
        }.sorted { one, other in
            let first = (Int(other.0.quality), one.1, Int(one.0.angle), Int(one.0.x), Int(one.0.y))
            let second = (Int(one.0.quality), other.1, Int(other.0.angle), Int(other.0.x), Int(other.0.y))
            return first < second
        }
        return ranked.prefix(MatcherConstants.minutiae).map(\.0)
    }
}
