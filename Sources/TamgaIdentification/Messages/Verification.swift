public import TamgaTemplates

/// Asks how alike the fingers given and those of one person are.
public struct VerificationRequest: Hashable, Sendable {
    public var person: String
    /// 1 to ``IdentificationLimits/fingersPerRequest`` records; several of one named finger are views of it.
    public var fingers: [FingerSubmission]
    /// The widest rotation to look at, either way, 1/256 turn (0 to 128); nil: as the service is set.
    public var maximumRotation: Int?
    /// What the positions of the fingers are worth; nil: as the service is set.
    public var positions: PositionPolicy?

    /// A request, not checked before it is made: `IdentificationService.verify` checks.
    public init(
        person: String, fingers: [FingerSubmission], maximumRotation: Int? = nil, positions: PositionPolicy? = nil
    ) {
        self.person = person
        self.fingers = fingers
        self.maximumRotation = maximumRotation
        self.positions = positions
    }
}

/// The answer of a verification: a score, and no decision.
public struct Verification: Hashable, Sendable {
    public let person: String
    /// -log10 of the estimated false match rate of all fingers together; 0 where nothing could be compared.
    public let score: Float
    /// Fingers of the probe that were paired with one of the person, in the probe's order.
    public let fingers: [FingerComparison]
    /// Whether hands or fingers were exchanged, going by their positions.
    public let swap: FingerSwap
    /// Templates of the person compared against.
    public let compared: Int
    /// The number of the snapshot that held the person.
    public let snapshot: UInt64
    /// The widest rotation looked at, either way, 1/256 turn.
    public let rotation: Int
    /// The matcher that gave the scores.
    public let matcher: String
    /// From call to answer, by the injected clock.
    public let microseconds: UInt64
    /// Templates of the probe that were taken although they have flaws.
    public let warnings: [TemplateWarning]
}
