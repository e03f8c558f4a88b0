/// How impressions differ from the finger they show. Pixels at 500 dpi, shares 0 to 1.
///
/// The master fingers of a seed do not depend on these: two difficulties show the same fingers.
public struct SynthesisParameters: Hashable, Sendable {
    /// Size of the sensor's image, pixels.
    public var sensorWidth = 300
    public var sensorHeight = 400
    /// Half axes of the part of an average finger that touches the sensor.
    public var contactHalfWidth = 132.0
    public var contactHalfHeight = 165.0
    /// Standard deviation of where on the pad the contact's centre lies; along the finger it is half as much again.
    public var contactSigma = 12.0
    /// How the finger is turned on the sensor.
    public var rotation = Rotation.normal(sigmaDegrees: 10)
    /// Standard deviation of where on the sensor the finger lies.
    public var translationSigma = 10.0
    /// Largest plastic displacement of skin.
    public var distortion = 4.5
    /// Share of the visible minutiae that an impression lacks; drawn for each impression.
    public var missing = 0.0...0.37
    /// Number of spurious minutiae as a share of the genuine ones that are left.
    public var spurious = 0.0...0.22
    /// Number of ridge ends on the outline of what shows as a share of the genuine minutiae.
    public var outline = 0.05...1.4
    /// Number of bad areas (wet, dry, scarred): minutiae go missing and arise there.
    public var badAreas = 0...2
    /// Standard deviation of a genuine minutia's position on each axis, and of its angle.
    public var positionSigma = 1.0
    public var angleSigmaDegrees = 2.6
    /// Share of minutiae reported as the other kind.
    public var kindFlips = 0.10
    public var habit = ExtractorHabit.coarse
    /// The fingers themselves.
    public var master = MasterParameters()

    /// The parameters of normal difficulty.
    public init() {}

    /// How a finger is turned from upright.
    public enum Rotation: Hashable, Sendable {
        case normal(sigmaDegrees: Double)
        /// Any angle up to so many degrees to either side, all alike; 180 is any rotation.
        case uniform(upToDegrees: Double)
    }
}

/// What an extractor reports beside the place of a minutia.
public enum ExtractorHabit: String, Hashable, Sendable, CaseIterable {
    /// Quality from 1 to 100, angles as fine as the format.
    case graded
    /// Quality 0: not reported.
    case unreported
    /// Quality from 1 to 100, angles in steps of 1/32 turn.
    case coarse
}

/// Named sets of parameters.
public enum SynthesisDifficulty: String, Hashable, Sendable, CaseIterable {
    case easy
    case normal
    case hard

    public var parameters: SynthesisParameters {
        var parameters = SynthesisParameters()
        switch self {
        case .easy: parameters.ease()
        case .normal: break
        case .hard: parameters.harden()
        }
        return parameters
    }
}

extension SynthesisParameters {
    fileprivate mutating func ease() {
        contactSigma = 6
        rotation = .normal(sigmaDegrees: 5)
        translationSigma = 6
        distortion = 3
        missing = 0.0...0.15
        spurious = 0.0...0.08
        outline = 0.05...0.4
        badAreas = 0...1
        positionSigma = 0.8
        angleSigmaDegrees = 2
        kindFlips = 0.05
    }

    fileprivate mutating func harden() {
        contactHalfWidth = 115
        contactHalfHeight = 145
        contactSigma = 20
        rotation = .normal(sigmaDegrees: 18)
        translationSigma = 16
        distortion = 12
        missing = 0.1...0.5
        spurious = 0.1...0.45
        outline = 0.2...1.6
        badAreas = 1...4
        positionSigma = 1.6
        angleSigmaDegrees = 6
        kindFlips = 0.18
    }
}
