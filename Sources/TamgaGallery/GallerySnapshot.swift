import TamgaRegistry

/// The gallery at one moment: an immutable value that shares its segments with its neighbours in time.
public struct GallerySnapshot: Sendable {
    /// Increases by one with every change.
    public let number: UInt64
    package let shards: [ShardState]

    /// Templates in all shards. Complexity: O(shards).
    public var references: Int { shards.reduce(0) { $0 + $1.references } }
    /// Persons in all shards. Complexity: O(shards).
    public var persons: Int { shards.reduce(0) { $0 + $1.persons } }
}
