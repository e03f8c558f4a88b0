import Dispatch
import Synchronization
public import TamgaRegistry

/// All templates in memory, in shards; a person lies whole in one of them.
///
/// Readers take a ``GallerySnapshot`` and keep it as long as they like. Writers queue among themselves, build the
/// next state beside the current one and swap it in: no reader waits for a writer's work or sees half of it.
public final class Gallery: Sendable {
    struct State: Sendable {
        var snapshot: GallerySnapshot
        /// For each shard, where its persons lie in the segments of `snapshot`.
        var places: [[PersonID: PersonPlace]]
    }

    /// Held by the one writer for the whole of a change.
    let writing = Mutex(())
    /// Held only to read or to swap.
    let state: Mutex<State>
    public let shardCount: Int
    /// Threads one search uses at most.
    public let workers: Int

    /// - Parameters:
    ///   - shards: kept within ``GalleryLimits/shards``.
    ///   - workers: threads one search uses at most; nil for one for each core.
    public init(shards: Int, workers: Int? = nil) {
        shardCount = min(max(shards, GalleryLimits.shards.lowerBound), GalleryLimits.shards.upperBound)
        self.workers = max(1, workers ?? Parallel.cores)
        state = Mutex(
            State(
                snapshot: GallerySnapshot(number: 0, shards: Array(repeating: ShardState(), count: shardCount)),
                places: Array(repeating: [:], count: shardCount)))
    }

    /// The newest state. Complexity: O(1).
    public func snapshot() -> GallerySnapshot {
        state.withLock { $0.snapshot }
    }

    /// Whether the person is in the newest state.
    public func contains(_ person: PersonID) -> Bool {
        let shard = ShardHash.shard(of: person, count: shardCount)
        return state.withLock { $0.places[shard][person] != nil }
    }

    /// The person in the newest state with that state's number; nil where there is none of that name.
    public func find(_ person: PersonID) -> (person: GalleryPerson, snapshot: UInt64)? {
        let shard = ShardHash.shard(of: person, count: shardCount)
        let (snapshot, place) = state.withLock { ($0.snapshot, $0.places[shard][person]) }
        guard let place, let slot = snapshot.shards[shard].slot(place.segment) else { return nil }
        return (slot.person(Int(place.index)), snapshot.number)
    }
}
