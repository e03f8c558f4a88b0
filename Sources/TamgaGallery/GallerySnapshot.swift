import TamgaRegistry

/// The gallery at one moment: an immutable value that shares its segments with its neighbours in time.
public struct GallerySnapshot: Sendable {
    /// Increases by one with every change.
    public let number: UInt64
    package let shards: [ShardState]
    /// Shards that fail their own test, by index: see ``Gallery/fence(_:_:)``.
    public internal(set) var fenced: Set<Int> = []

    /// Templates in all shards. Complexity: O(shards).
    public var references: Int { shards.reduce(0) { $0 + $1.references } }
    /// Persons in all shards. Complexity: O(shards).
    public var persons: Int { shards.reduce(0) { $0 + $1.persons } }
    /// Persons in the shards that are fenced. Complexity: O(shards).
    public var fencedPersons: Int { fenced.reduce(0) { $0 + shards[$1].persons } }
}
