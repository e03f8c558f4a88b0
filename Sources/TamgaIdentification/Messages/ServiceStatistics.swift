/// The figures of a service at one moment.
public struct ServiceStatistics: Hashable, Sendable {
    /// Whether the gallery was rebuilt and requests are answered; until then the counts are 0.
    public let isReady: Bool
    public let persons: Int
    /// Templates in the gallery.
    public let references: Int
    /// The number of the newest snapshot.
    public let snapshot: UInt64
    public let shards: Int
    /// The matcher that gives the scores.
    public let matcher: String
}

/// What a start found.
public struct RebuildOutcome: Hashable, Sendable {
    /// Persons whose templates came from segment files, and those read from the store.
    public var restored = 0
    public var loaded = 0
    /// Segment files in use.
    public var files = 0
    /// Segment files that were not used, each with the reason.
    public var refused: [String] = []
}

/// How far a rebuild has come.
public struct RebuildProgress: Hashable, Sendable {
    /// Persons in the gallery so far.
    public let persons: Int
    /// Persons in the store when the rebuild began.
    public let totalPersons: Int
    /// Templates in the gallery so far.
    public let references: Int
}
