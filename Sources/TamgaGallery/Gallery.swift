import Dispatch
import Synchronization
public import TamgaRegistry

/// All templates in memory, in shards; a person lies whole in one of them.
///
/// Readers take a ``GallerySnapshot`` and keep it as long as they like. Writers queue among themselves, write beside
/// what readers see and then swap in the next state: no reader waits for a writer's work or sees half of it.
public final class Gallery: Sendable {
    struct State: Sendable {
        var snapshot: GallerySnapshot
        /// For each shard, where its persons lie in the segments of `snapshot`.
        var places: [PersonIndex]
    }

    /// Held by the one writer for the whole of a change.
    let writing = Mutex(())
    /// Held only to read or to swap.
    let state: Mutex<State>
    /// Held by the one who does a step of ``maintain()``.
    let maintaining = Mutex(())
    public let shardCount: Int
    /// Threads one search uses at most.
    public let workers: Int
    let shape: SegmentShape

    /// - Parameters:
    ///   - shards: kept within ``GalleryLimits/shards``.
    ///   - workers: threads one search uses at most; nil for one for each core.
    public convenience init(shards: Int, workers: Int? = nil) {
        self.init(shards: shards, workers: workers, shape: .usual)
    }

    package init(shards: Int, workers: Int? = nil, shape: SegmentShape) {
        shardCount = min(max(shards, GalleryLimits.shards.lowerBound), GalleryLimits.shards.upperBound)
        self.workers = max(1, workers ?? Parallel.cores)
        self.shape = shape
        state = Mutex(
            State(
                snapshot: GallerySnapshot(number: 0, shards: Array(repeating: ShardState(), count: shardCount)),
                places: Array(repeating: PersonIndex(), count: shardCount)))
    }

    /// The newest state. Complexity: O(1).
    public func snapshot() -> GallerySnapshot {
        state.withLock { $0.snapshot }
    }

    /// Whether the person is in the newest state.
    public func contains(_ person: PersonID) -> Bool {
        let hash = PersonHash(person)
        return state.withLock { $0.place(person, hash, shard: hash.shard(of: shardCount)) != nil }
    }

    /// The person in the newest state with that state's number; nil where there is none of that name.
    public func find(_ person: PersonID) -> (person: GalleryPerson, snapshot: UInt64)? {
        let hash = PersonHash(person)
        let shard = hash.shard(of: shardCount)
        let (snapshot, place) = state.withLock { ($0.snapshot, $0.place(person, hash, shard: shard)) }
        guard let place, let slot = snapshot.shards[shard].slot(place.segment) else { return nil }
        return (slot.person(Int(place.index)), snapshot.number)
    }
}

extension Gallery.State {
    /// Where the person lies. Complexity: O(log segments).
    func place(_ person: PersonID, _ hash: PersonHash, shard: Int) -> PersonPlace? {
        places[shard].find(hash) { place in
            snapshot.shards[shard].slot(place.segment)?.segment.isNamed(Int(place.index), person) ?? false
        }
    }
}
