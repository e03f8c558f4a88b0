public import TamgaMatcher
public import TamgaRegistry
public import TamgaTemplates

/// A finger of the probe paired with a finger of a person.
public struct FingerMatch: Hashable, Sendable {
    /// Which finger of the probe, from 0.
    public let probe: Int
    public let position: FingerPosition
    public let referencePosition: FingerPosition
    /// -log10 of the estimated false match rate, corrected for the number of comparisons it is the best of.
    public let score: Float
}

/// How alike a probe and a person are.
public struct PersonMatch: Hashable, Sendable {
    /// Fused over the fingers that had something to be compared with; 0 where none had.
    public let score: Float
    /// The pairs, in the order of the probe: a finger of either side is in one pair at most.
    public let fingers: [FingerMatch]
    /// Whether hands or fingers were exchanged, going by their positions.
    public let swap: FingerSwap
    /// Templates of the person compared against, each counted once.
    public internal(set) var compared: Int
    /// The widest rotation looked at.
    public let rotation: Rotation
}

/// A person who may be the probe's.
public struct Candidate: Hashable, Sendable {
    public let person: PersonID
    /// -log10 of the estimated false match rate of all fingers together.
    public let score: Float
    public let fingers: [FingerMatch]
    /// Whether hands or fingers were exchanged, going by their positions.
    public let swap: FingerSwap

    /// A person as an exact comparison gave it.
    public init(person: PersonID, score: Float, fingers: [FingerMatch], swap: FingerSwap) {
        (self.person, self.score, self.fingers, self.swap) = (person, score, fingers, swap)
    }
}

/// The answer of a search, exact for the snapshot it names.
public struct SearchResult: Hashable, Sendable {
    /// Best first; ties by the bytes of the identifier.
    public let candidates: [Candidate]
    /// Templates compared against, each counted once; one that no finger of the probe may equal is not among them, nor
    /// one of a fenced shard.
    public let searched: Int
    /// Templates in the snapshot, those that no finger of the probe may equal included.
    public let gallery: Int
    /// Persons with a template that a finger of the probe may equal, going by its position.
    public let persons: Int
    /// Persons in the snapshot of whom too little was compared, as the positions say, to tell that the probe is not
    /// theirs: see `SearchParameters.leastShared`.
    public let notCompared: Int
    /// Persons among those because their shard is fenced: ``Gallery/fence(_:_:)``.
    public let fencedPersons: Int
    /// Positions that the others of them have and the probe lacks, in ascending order of the codes.
    public let missing: [FingerPosition]
    /// From which score on a candidate is a hit.
    public let threshold: IdentificationThreshold
    /// How the look that gave the candidates took the positions.
    public let look: FingerSwap
    /// The number of the snapshot.
    public let snapshot: UInt64
    /// The widest rotation looked at.
    public let rotation: Rotation
    /// What it cost.
    public let effort: SearchEffort
}
