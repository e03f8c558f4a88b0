/// The JSON of `tamga identify --json`, read as a script would read it.
public struct IdentifyAnswer: Decodable, Sendable {
    /// One person of the list.
    public struct Candidate: Decodable, Sendable {
        public let person: String
        public let rank: Int
        public let score: Double
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

    /// The score that a stranger reaches in one search of a hundred, going by the size of the gallery.
    public var threshold: Double {
        var decades = 2.0
        var size = Double(max(1, gallery))
        while size >= 10 {
            size /= 10
            decades += 1
        }
        return decades + (size - 1) / 9
    }

    /// The person at the head of the list, where the score is beyond chance.
    public var found: Candidate? { candidates.first { $0.score >= threshold } }
}

/// The JSON of `tamga verify --json`.
public struct VerifyAnswer: Decodable, Sendable {
    public let person: String
    public let score: Double
}

/// The part of `tamga stats --json` that counts.
public struct StatsAnswer: Decodable, Sendable {
    public let persons: Int
    public let templates: Int
}
