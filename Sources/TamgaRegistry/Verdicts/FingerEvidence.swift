public import TamgaTemplates

/// A registered person whom the fingers may be of.
public struct FingerHit: Hashable, Sendable {
    public let person: PersonID
    /// -log10 of the estimated false match rate of all fingers together.
    public let score: Float
    /// Whether hands or fingers were exchanged.
    public let swap: FingerSwap
    /// The fingers that are registered of the person; empty where it is not known.
    public let registered: Set<FingerPosition>

    /// A person and how alike.
    public init(person: PersonID, score: Float, swap: FingerSwap = .none, registered: Set<FingerPosition> = []) {
        (self.person, self.score, self.swap, self.registered) = (person, score, swap, registered)
    }
}

/// What a search of the gallery and comparisons with those who were claimed gave.
public struct FingerEvidence: Hashable, Sendable {
    /// Persons whose score reaches the threshold, best first.
    public var hits: [FingerHit]
    /// Persons between the doubtful threshold and the threshold, best first.
    public var doubtful: [FingerHit]
    /// Those who hold a claimed identifier, each compared one to one.
    public var claimed: [FingerHit]
    /// Registered persons who have too few of the fingers that were given, so that nothing can be said of them.
    public var notCompared: Int
    /// Fingers and palms that those have and that were not given.
    public var missing: Set<FingerPosition>
    /// Fingers given that are good enough, and those that are not.
    public var usable: Set<FingerPosition>
    public var poor: Set<FingerPosition>
    public var notTaken: [MissingFinger]

    /// Evidence of these values.
    public init(
        hits: [FingerHit] = [], doubtful: [FingerHit] = [], claimed: [FingerHit] = [], notCompared: Int = 0,
        missing: Set<FingerPosition> = [], usable: Set<FingerPosition>, poor: Set<FingerPosition> = [],
        notTaken: [MissingFinger] = []
    ) {
        (self.hits, self.doubtful, self.claimed) = (hits, doubtful, claimed)
        self.missing = missing
        (self.notCompared, self.usable, self.poor, self.notTaken) = (notCompared, usable, poor, notTaken)
    }

    /// Whether a finger that could not be taken will be there later.
    var isRecaptureDue: Bool { notTaken.contains(where: \.reason.isTemporary) }
}

/// From what on evidence suffices.
public struct VerdictPolicy: Hashable, Sendable {
    /// Usable fingers that "not registered" takes, of those whom so many are left: four, as the EU's entry/exit system
    /// takes.
    public var leastFingers = 4
    /// Compared with one person only, from which score on the fingers are the person's: a false match rate of 10^-4.
    public var verificationScore: Float = 4
    /// From which on it is in doubt.
    public var doubtfulVerificationScore: Float = 2
    /// By how much the rate of false hits is higher at the doubtful threshold of a search: one stranger in so many
    /// searches more is asked for another finger.
    public var doubtfulFactor = 10.0

    /// The usual policy.
    public init() {}
}
