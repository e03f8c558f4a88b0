/// The constants and limits of the generator, by name and unit.
public enum SynthesisLimits {
    /// Pixels at 500 dpi between any two minutiae of a master finger, at least: about one ridge.
    public static let masterSpacing = 9.0
    /// Pixels between any two minutiae of an impression, at least.
    public static let impressionSpacing = 6.0
    /// Half of the width of the pad of an average finger, pixels.
    public static let padHalfWidth = 165.0
    /// Half of its height, pixels.
    public static let padHalfHeight = 225.0
    /// Half of the width of an average palm, pixels; it has 83 by 87 mm.
    public static let palmHalfWidth = 820.0
    /// Half of its height, pixels.
    public static let palmHalfHeight = 860.0
    /// Minutiae per square pixel of palms where nothing makes them denser; drawn for each. Chosen: a palm of some 400.
    public static let palmDensity: ClosedRange<Double> = 1.7e-4...2.4e-4
    /// Minutiae per square pixel that a finger may be asked to have where nothing makes them denser.
    public static let density: ClosedRange<Double> = 5e-5...2e-3
    /// Pixels from the outline within which an extractor trusts little, and leaves out half of what it sees.
    public static let outlineMargin = 14.0
    /// Chance that the quality of a touch is the finger's own, not the occasion's.
    public static let skinShare = 0.5
    /// Smallest and largest side of a sensor, pixels.
    public static let sensorSide: ClosedRange<Int> = 64...2_048
    /// Largest standard deviation of a position, pixels, and largest plastic displacement.
    public static let displacement = 100.0
    /// Most bad areas of one impression.
    public static let badAreas = 16
}

/// A parameter that the generator refuses: which one, and what was allowed.
public struct SynthesisError: Error, Hashable, Sendable, CustomStringConvertible {
    public var field: String
    public var limit: String

    /// A refusal of this parameter.
    public init(field: String, limit: String) {
        self.field = field
        self.limit = limit
    }

    public var description: String { "synthesis parameter \(field): allowed is \(limit)" }
}
