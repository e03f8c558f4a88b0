import TamgaRegistry

/// The gallery at one moment: an immutable value that shares its segments with its neighbours in time.
public struct GallerySnapshot: Sendable {
    /// Increases by one with every change.
    public let number: UInt64
    let shards: [ShardState]

    /// Templates in all shards. Complexity: O(shards).
    public var references: Int { shards.reduce(0) { $0 + $1.references } }
    /// Persons in all shards. Complexity: O(shards).
    public var persons: Int { shards.reduce(0) { $0 + $1.persons } }
}

/// In which shard a person lies: FNV-1a of the identifier's bytes, the same in every process.
enum ShardHash {
    static func shard(of person: PersonID, count: Int) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in person.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        // The low bits of FNV-1a depend on the low bits of the bytes only: fold the high half in.
        return Int((hash ^ hash >> 32) % UInt64(count))
    }
}
