import TamgaGallery
public import TamgaTemplates

/// Asks whose fingers these are: one probe against all the gallery.
public struct IdentificationRequest: Hashable, Sendable {
    /// 1 to ``IdentificationLimits/fingersPerRequest`` records; several of one named finger are views of it.
    public var fingers: [FingerSubmission]
    /// Candidates in the answer, at most; nil: as the service is set.
    public var maximumCandidates: Int?
    /// The widest rotation to look at, either way, 1/256 turn (0 to 128); nil: as the service is set.
    public var maximumRotation: Int?
    /// The false positive identification rate to make the threshold for, ``IdentificationLimits/targetFPIR``; nil: as
    /// the service is set.
    public var targetFPIR: Double?
    /// What the positions of the fingers are worth; nil: as the service is set.
    public var positions: PositionPolicy?

    /// A request, not checked before it is made: `IdentificationService.identify` checks.
    public init(
        fingers: [FingerSubmission], maximumCandidates: Int? = nil, maximumRotation: Int? = nil,
        targetFPIR: Double? = nil, positions: PositionPolicy? = nil
    ) {
        self.fingers = fingers
        self.maximumCandidates = maximumCandidates
        self.maximumRotation = maximumRotation
        self.targetFPIR = targetFPIR
        self.positions = positions
    }
}

/// The answer of a search: persons, best first, and how much was looked at.
public struct Identification: Hashable, Sendable {
    /// Best first; ties by the bytes of the identifier.
    public let candidates: [RankedPerson]
    /// Templates compared against.
    public let searched: Int
    /// Templates in the snapshot.
    public let gallery: Int
    /// Persons in shards that fail their own test: that none of them is a candidate says nothing.
    public let fencedPersons: Int
    /// The number of the snapshot that was searched.
    public let snapshot: UInt64
    /// The widest rotation looked at, either way, 1/256 turn.
    public let rotation: Int
    /// From which score on a candidate is a hit.
    public let decision: HitDecision
    /// The matcher that gave the scores.
    public let matcher: String
    /// From call to answer, by the injected clock.
    public let microseconds: UInt64
    /// Templates of the probe that were taken although they have flaws: a "nobody" of theirs says little.
    public let warnings: [TemplateWarning]
}

/// A person who may be the probe's.
public struct RankedPerson: Hashable, Sendable {
    public let person: String
    /// 1 for the best.
    public let rank: Int
    /// -log10 of the estimated false match rate of all fingers together; more is more alike.
    public let score: Float
    /// Whether the score reaches the answer's threshold.
    public let isHit: Bool
    /// Whether hands or fingers were exchanged, going by their positions.
    public let swap: FingerSwap
    /// Fingers of the probe that were paired with one of the person, in the probe's order.
    public let fingers: [FingerComparison]
}

/// How alike a finger of the probe and the finger of a person it was paired with are.
public struct FingerComparison: Hashable, Sendable {
    /// The first record of the request that shows this finger, from 0.
    public let submission: Int
    public let position: FingerPosition
    public let referencePosition: FingerPosition
    /// -log10 of the estimated false match rate; more is more alike.
    public let score: Float
}
