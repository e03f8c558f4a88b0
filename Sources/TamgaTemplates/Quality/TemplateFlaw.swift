/// Why a template is too poor to be searched, or cannot be of a finger: a measure and the limit it misses.
///
/// | kind | measured | finger | palm |
/// |---|---|---|---|
/// | `too-few-minutiae` | minutiae | at least 8 | at least 8 |
/// | `one-spot` | square pixels of the minutiae's convex hull | at least 2,500 (6.5 mm²) | at least 2,500 |
/// | `beyond-a-finger` | pixels of the longer side around them | at most 1,000 (51 mm) | at most 3,000 (152 mm) |
/// | `crowded` | minutiae in 10,000 square pixels of the hull (26 mm²) | at most 60 | at most 60 |
/// | `coincident` | percent of minutiae within 2 pixels of another | at most 30 | at most 30 |
///
/// Pixels at 500 dpi. The limits lie beyond what real templates show: see docs/TEMPLATES.md.
public struct TemplateFlaw: Hashable, Sendable {
    /// What is wrong, open to growth.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case tooFewMinutiae = "too-few-minutiae"
        case oneSpot = "one-spot"
        case beyondAFinger = "beyond-a-finger"
        case crowded
        case coincident
    }

    public let kind: Kind
    /// What was measured, in the unit of the kind.
    public let value: Int
    /// What was allowed, in words with the figure: `at least 8 minutiae`.
    public let limit: String

    init(_ kind: Kind, _ value: Int, limit: String) { (self.kind, self.value, self.limit) = (kind, value, limit) }
}

extension TemplateFlaw: CustomStringConvertible {
    public var description: String { "\(kind.rawValue): \(value), allowed: \(limit)" }
}

extension FingerTemplate {
    /// What makes the template unfit, in the order of the kinds; empty for a fit one.
    ///
    /// - Complexity: O(*n* log *n*) in the minutiae.
    public var flaws: [TemplateFlaw] {
        // Too few to measure anything else by.
        if let few = tooFew { return [few] }
        let hull = ConvexHull(minutiae)
        return [oneSpot(hull), tooLarge, crowded(hull), coincident].compactMap(\.self)
    }

    private var tooFew: TemplateFlaw? {
        let least = QualityLimits.minutiae
        guard minutiae.count < least else { return nil }
        return TemplateFlaw(.tooFewMinutiae, minutiae.count, limit: "at least \(least) minutiae")
    }

    private func oneSpot(_ hull: ConvexHull) -> TemplateFlaw? {
        let least = QualityLimits.hullPixels
        guard hull.area < least else { return nil }
        return TemplateFlaw(.oneSpot, hull.area, limit: "minutiae that span at least \(least) square pixels at 500 dpi")
    }

    private var tooLarge: TemplateFlaw? {
        let (xs, ys) = (minutiae.map { Int($0.x) }, minutiae.map { Int($0.y) })
        let side = max((xs.max() ?? 0) - (xs.min() ?? 0), (ys.max() ?? 0) - (ys.min() ?? 0))
        let most = position.isPalm ? QualityLimits.palmSide : QualityLimits.fingerSide
        guard side > most else { return nil }
        return TemplateFlaw(.beyondAFinger, side, limit: "at most \(most) pixels at 500 dpi from side to side")
    }

    private func crowded(_ hull: ConvexHull) -> TemplateFlaw? {
        // What exceeds the limit by a part exceeds it.
        let density = (minutiae.count * 10_000 + hull.area - 1) / max(1, hull.area)
        guard hull.area >= QualityLimits.hullPixels, density > QualityLimits.density else { return nil }
        return TemplateFlaw(
            .crowded, density, limit: "at most \(QualityLimits.density) minutiae in 10,000 square pixels at 500 dpi")
    }

    private var coincident: TemplateFlaw? {
        let near = CoincidentMinutiae.count(minutiae, within: QualityLimits.coincidentPixels)
        let percent = near * 100 / minutiae.count
        guard percent > QualityLimits.coincidentPercent else { return nil }
        return TemplateFlaw(
            .coincident, percent,
            limit: "at most \(QualityLimits.coincidentPercent) percent of minutiae within "
                + "\(QualityLimits.coincidentPixels) pixels of another")
    }
}

/// The limits of a template that can be searched, by name and unit; pixels at 500 dpi.
public enum QualityLimits {
    /// Minutiae a template has at least.
    public static let minutiae = 8
    /// Square pixels that the minutiae's convex hull has at least.
    public static let hullPixels = 2_500
    /// Pixels from side to side that minutiae of a finger span at most.
    public static let fingerSide = 1_000
    /// Pixels from side to side that minutiae of a palm span at most.
    public static let palmSide = 3_000
    /// Minutiae in 10,000 square pixels at most.
    public static let density = 60
    /// Pixels within which, in both axes, minutiae count as at one place.
    public static let coincidentPixels = 2
    /// Percent of the minutiae that may be at one place with another.
    public static let coincidentPercent = 30
}
