import TamgaSynthesis
import TamgaTemplates

/// How a template becomes that of another finger, or another impression of the same one.
struct Variation: Sendable {
    var warp: WarpStrength
    /// Share of the minutiae that are left out, and share of those left that are added anywhere among them.
    var missing: ClosedRange<Double>
    var added: ClosedRange<Double>
    /// Standard deviation of a place on each axis, pixels, and of a direction, 1/256 turn.
    var placeSigma: Double
    var angleSigma: Double

    /// Another finger: that the ridge flow is still a finger's is all that stays. Weaker ones leave the fingers of one
    /// template too much alike, stronger ones make them easier to tell from real fingers (docs/PERFORMANCE.md).
    static let strange = Variation(
        warp: .strange, missing: 0.05...0.25, added: 0.05...0.25, placeSigma: 1.5, angleSigma: 3)
    /// The same finger on another occasion.
    static let mated = Variation(
        warp: .mated, missing: 0.1...0.45, added: 0.1...0.4, placeSigma: 1.5, angleSigma: 3)

    /// The varied template, of an image of the same size; minutiae that leave the image are lost.
    func of(_ template: FingerTemplate, _ stream: inout SeededStream) -> FingerTemplate {
        let frame = ImageFrame(width: template.width, height: template.height)
        let warp = Warp(self.warp, &stream)
        let missing = stream.uniform(self.missing)
        let added = stream.uniform(self.added)
        var kept: [Minutia] = []
        for minutia in template.minutiae where !stream.chance(missing) {
            guard let moved = moved(minutia, warp, frame, &stream) else { continue }
            kept.append(moved)
        }
        let strangers = kept.isEmpty ? 0 : Int((Double(kept.count) * added).rounded())
        for _ in 0..<strangers {
            var stranger = kept[stream.uniform(0...kept.count - 1)]
            guard let place = frame.minutiaPlace(
                frame.point(of: stranger)
                    + Vector(x: stream.uniform(-45...45), y: stream.uniform(-45...45))),
                !kept.contains(where: { Self.isNear($0, place) })
            else { continue }
            (stranger.x, stranger.y) = place
            stranger.angle = stranger.angle &+ UInt8(truncatingIfNeeded: stream.uniform(-20...20))
            kept.append(stranger)
        }
        var varied = template
        varied.minutiae = Array(kept.prefix(TemplateLimits.minutiaePerView))
        return varied
    }

    private func moved(
        _ minutia: Minutia, _ warp: Warp, _ frame: ImageFrame, _ stream: inout SeededStream
    ) -> Minutia? {
        let point = frame.point(of: minutia)
        let noise = Vector(x: Self.noise(placeSigma, &stream), y: Self.noise(placeSigma, &stream))
        guard let place = frame.minutiaPlace(warp.moved(point) + noise) else { return nil }
        var moved = minutia
        (moved.x, moved.y) = place
        let direction = Vector(angle: Double(minutia.angle) * (Double.pi / 128))
        let turned = warp.moved(direction: direction, at: point).angle * (128 / Double.pi)
        let steps = (turned + Self.noise(angleSigma, &stream)).rounded()
        moved.angle = UInt8(truncatingIfNeeded: Int(steps))
        return moved
    }

    /// Whether a place lies within a ridge or so of a minutia.
    private static func isNear(_ minutia: Minutia, _ place: (Int16, Int16)) -> Bool {
        let (dx, dy) = (Int(minutia.x) - Int(place.0), Int(minutia.y) - Int(place.1))
        return dx * dx + dy * dy < 144
    }

    /// Nearly normal: the sum of four uniform variates.
    private static func noise(_ sigma: Double, _ stream: inout SeededStream) -> Double {
        let sum = stream.unit() + stream.unit() + stream.unit() + stream.unit() - 2
        return sum * 1.7320508075688772 * sigma
    }
}

/// From an image's pixels to the plane with its origin in the middle, y upwards, and back.
private struct ImageFrame {
    var width: Int
    var height: Int

    func point(of minutia: Minutia) -> Vector {
        Vector(x: Double(minutia.x) - Double(width) / 2, y: Double(height) / 2 - Double(minutia.y))
    }

    /// Whole pixels; nil outside the image.
    func minutiaPlace(_ point: Vector) -> (Int16, Int16)? {
        let x = (point.x + Double(width) / 2).rounded()
        let y = (Double(height) / 2 - point.y).rounded()
        guard x >= 0, y >= 0, x < Double(width), y < Double(height) else { return nil }
        return (Int16(x), Int16(y))
    }
}
