import TamgaGallery
import TamgaMatcher
public import TamgaTemplates

/// From which score on a candidate is a hit, and how often that is meant to be wrong.
public struct HitDecision: Hashable, Sendable {
    /// -log10 of an estimated false match rate: at or above it a candidate is a hit.
    public let threshold: Float
    /// The false positive identification rate the threshold was made for.
    public let targetFPIR: Double
    /// The rate it may really have, about 95 % of the time: see `CalibrationError`.
    public let lowestFPIR: Double
    public let highestFPIR: Double
    /// Persons compared with in the first look: with fingers that the probe's may be, going by their positions.
    public let persons: Int
    /// How the look that gave the candidates took the positions.
    public let look: FingerSwap

    init(_ result: SearchResult) {
        threshold = result.threshold.score
        targetFPIR = result.threshold.target.value
        lowestFPIR = result.threshold.lowestFPIR
        highestFPIR = result.threshold.highestFPIR
        persons = result.persons
        look = result.look
    }
}
