package import TamgaTemplates

/// A minutia in the matcher's frame: direction in 1/256 turn with y downwards.
package struct PlacedMinutia: Hashable, Sendable {
    package var x: Int16
    package var y: Int16
    package var angle: UInt8
    /// 1 to 100; 0 is "not reported".
    package var quality: UInt8

    package init(x: Int16, y: Int16, angle: UInt8, quality: UInt8 = 0) {
        self.x = x
        self.y = y
        self.angle = angle
        self.quality = quality
    }
}

extension PlacedMinutia {
    /// The minutiae of a template worth comparing, at most `MatcherConstants.minutiae`, in canonical order.
    ///
    /// Of more than fit, the best by quality stay, then those nearest the middle. Complexity: O(n log n).
    package static func selected(from template: FingerTemplate) -> [PlacedMinutia] {
        scaled(best(of: template.minutiae).map(Self.init)).sorted(by: Self.precedes)
    }

    /// All minutiae of a template in canonical order.
    package static func all(from template: FingerTemplate) -> [PlacedMinutia] {
        scaled(template.minutiae.map(Self.init)).sorted(by: Self.precedes)
    }

    private static func scaled(_ minutiae: [PlacedMinutia]) -> [PlacedMinutia] {
        QualityScale(minutiae).apply(to: minutiae)
    }

    private init(_ minutia: Minutia) {
        // A counter-clockwise angle as one looks at the image runs backwards where y points down.
        self.init(
            x: minutia.x, y: minutia.y, angle: 0 &- minutia.angle,
            quality: min(minutia.quality, 100))
    }

    private static func precedes(_ one: PlacedMinutia, _ other: PlacedMinutia) -> Bool {
        (one.angle, one.x, one.y, one.quality) < (other.angle, other.x, other.y, other.quality)
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
