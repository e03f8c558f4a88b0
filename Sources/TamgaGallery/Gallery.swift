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
    let maintaining: Mutex<MaintenanceWork>
    public let shardCount: Int
    /// What searches are made with.
    let means: SearchMeans
    /// Threads that compare, for all searches together.
    public var workers: Int { means.crew.workers }
    let shape: SegmentShape
    /// Where sealed segments are kept; nil for a gallery in memory only.
    let files: SegmentFiles?

    /// - Parameters:
    ///   - shards: kept within ``GalleryLimits/shards``.
    ///   - workers: threads that compare; nil for one for each core.
    public convenience init(shards: Int, workers: Int? = nil) {
        self.init(shards: shards, crew: Crew(workers: workers ?? Parallel.cores))
    }

    /// - Parameters:
    ///   - shards: kept within ``GalleryLimits/shards``.
    ///   - crew: the threads that compare; others may use it too.
    public convenience init(shards: Int, crew: Crew) {
        self.init(shards: shards, crew: crew, shape: .usual)
    }

    package convenience init(shards: Int, workers: Int? = nil, shape: SegmentShape) {
        self.init(shards: shards, crew: Crew(workers: workers ?? Parallel.cores), shape: shape)
    }

    private convenience init(shards: Int, crew: Crew, shape: SegmentShape) {
        let shards = Self.shards(shards)
        let state = State(
            snapshot: GallerySnapshot(number: 0, shards: Array(repeating: ShardState(), count: shards)),
            places: Array(repeating: PersonIndex(), count: shards))
        self.init(state, crew, shape: shape)
    }

    init(
        _ state: sending State, _ crew: Crew, shape: SegmentShape, files: SegmentFiles? = nil,
        work: sending MaintenanceWork = MaintenanceWork()
    ) {
        shardCount = state.snapshot.shards.count
        means = SearchMeans(crew, shards: shardCount)
        (self.shape, self.files) = (shape, files)
        self.state = Mutex(state)
        maintaining = Mutex(work)
    }

    static func shards(_ count: Int) -> Int {
        min(max(count, GalleryLimits.shards.lowerBound), GalleryLimits.shards.upperBound)
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
        locate(person).map { ($0.slot.person($0.owner), $0.snapshot) }
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

extension Gallery {
    /// Where the person lies in the newest state, and that state's number.
    func locate(_ person: PersonID) -> (slot: SegmentSlot, owner: Int, snapshot: UInt64)? {
        let hash = PersonHash(person)
        let shard = hash.shard(of: shardCount)
        let (snapshot, place) = state.withLock { ($0.snapshot, $0.place(person, hash, shard: shard)) }
        guard let place, let slot = snapshot.shards[shard].slot(place.segment) else { return nil }
        return (slot, Int(place.index), snapshot.number)
    }
}
