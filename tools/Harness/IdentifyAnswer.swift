/// The JSON of `tamga identify --json`, read as a script would read it.
public struct IdentifyAnswer: Decodable, Sendable {
    /// One person of the list.
    public struct Candidate: Decodable, Sendable {
        public let person: String
        public let rank: Int
        public let score: Double
        public let hit: Bool
        public let swap: String
        public let fingers: [Finger]
    }

    /// One finger of a candidate.
    public struct Finger: Decodable, Sendable {
        public let position: String
        public let score: Double
    }

    public let probe: String?
    public let candidates: [Candidate]
    public let searched: Int
    public let gallery: Int
    public let snapshot: Int
    public let matcher: String
    public let milliseconds: Double

    /// The score from which on a candidate is a hit.
    public let threshold: Double
    /// How often a search for somebody not enrolled is meant to reach it, a share.
    public let fpir: Double
    /// The look that gave the candidates: `none` where fingers are what their positions say.
    public let look: String

    /// The first hit.
    public var found: Candidate? { candidates.first { $0.hit } }
}

/// The JSON of `tamga verify --json`.
public struct VerifyAnswer: Decodable, Sendable {
    public let person: String
    public let score: Double
    public let swap: String
}

/// The part of `tamga stats --json` that counts.
public struct StatsAnswer: Decodable, Sendable {
    public let persons: Int
    public let templates: Int
}
