/// The score from which on a candidate of a search is a hit, and how sure it is that this gives the rate asked for.
///
/// A score s says that a stranger reaches it with a probability of 10^-s. Among n strangers the number of those at or
/// above T is Poisson with the mean n x 10^-T, so that none is there with exp(-n x 10^-T): a rate p asks for
/// T = log10(n) - log10(-ln(1 - p)), which for small p is log10(n / p).
public struct IdentificationThreshold: Hashable, Sendable {
    /// The rate asked for.
    public let target: TargetFPIR
    /// Strangers' chances the threshold allows for: persons compared, further looks counted as what they add.
    public let chances: Double
    /// Fused score, -log10 of an estimated false match rate: at or above it a candidate is a hit. Never below 0.
    public let score: Float
    /// The rate the threshold may really have, going by ``CalibrationError``: about 95 % of the time between these.
    public let lowestFPIR: Double
    public let highestFPIR: Double

    /// - Parameter chances: counts below 1 as 1: in a gallery of nobody the threshold is that for one person.
    public init(_ target: TargetFPIR, chances: Double) {
        self.target = target
        self.chances = max(1, chances)
        let allowed = -ExactMath.ln(1 - target.value)
        let score = max(0, (ExactMath.ln(self.chances) - ExactMath.ln(allowed)) / Decades.ln10)
        self.score = Float(score)
        let error = CalibrationError.decades(at: score)
        lowestFPIR = Self.rate(self.chances, score + error)
        highestFPIR = Self.rate(self.chances, score - error)
    }

    /// Whether a candidate of this score is a hit.
    public func isReached(by score: Float) -> Bool { score >= self.score }

    /// 1 - exp(-chances x 10^-score).
    private static func rate(_ chances: Double, _ score: Double) -> Double {
        let expected = Decades.power(ExactMath.ln(chances) / Decades.ln10 - score)
        // Where it is small the difference from 1 would lose its digits.
        return expected < 1e-5 ? expected * (1 - expected / 2) : 1 - ExactMath.exp(-min(expected, 50))
    }
}

/// How far a score may be from the -log10 of the true false match rate, either way.
///
/// All the figures are here, so that a new calibration changes them in one place.
public enum CalibrationError {
    /// Non-mated comparisons the calibration was measured on (``Calibration``).
    static let comparisons = 253_952.0
    /// The highest score measured; above it the calibration is an extrapolation.
    static let highestMeasured = 4.0
    /// Decades, standard deviation: at a score of 2 the fourteen development sets lie from 0.4 below to 0.35 above the
    /// calibration over all of them.
    static let betweenSensors = 0.25
    /// Decades for each unit of score beyond the highest measured: how much the slope of the tail may be off.
    static let extrapolation = 0.25
    /// Standard deviations an interval reaches either way: about 95 % of a normal distribution.
    static let coverage = 2.0

    /// Half the width of the interval around a score, in decades of the false match rate.
    ///
    /// Statistics and sensors are independent and add as squares: among m comparisons m x 10^-s reach s, give or take
    /// the root of that number. An error of the extrapolated slope shifts all of the tail, and is added as it is.
    public static func decades(at score: Double) -> Double {
        let reached = comparisons * Decades.power(-max(0, min(score, highestMeasured)))
        let statistical = 1 / (reached.squareRoot() * Decades.ln10)
        let measured = (statistical * statistical + betweenSensors * betweenSensors).squareRoot()
        return coverage * (measured + extrapolation * max(0, score - highestMeasured))
    }
}

/// Powers of ten from ``ExactMath``.
enum Decades {
    static let ln10 = 2.302585092994046

    /// Ten to the power of `exponent`, which is kept within 21 either way: what ``ExactMath/exp(_:)`` is good for.
    static func power(_ exponent: Double) -> Double { ExactMath.exp(max(-21, min(21, exponent)) * ln10) }
}
