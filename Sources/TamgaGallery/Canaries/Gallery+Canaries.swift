import Synchronization
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

extension Gallery {
    /// Searches one shard, as labelled, for a canary planted beside its persons: the same stages over the same segments
    /// as any other search.
    ///
    /// - Parameter shard: from 0 to ``shardCount``.
    /// - Throws: as ``find(_:for:maximumCandidates:maximumRotation:target:positions:urgency:parameters:stop:)``.
    public func sight(
        _ mate: CanaryMate, by fingers: [ProbeFinger], in shard: Int, urgency: Urgency = .enrolment,
        parameters: SearchParameters = SearchParameters()
    ) async throws(GalleryError) -> CanarySighting {
        try GalleryError.check(shard, "shard", within: 0...shardCount - 1)
        let snapshot = snapshot()
        var shards = Array(repeating: ShardState(), count: shardCount)
        shards[shard] = snapshot.shards[shard].planted(mate)
        let result = try await find(
            GallerySnapshot(number: snapshot.number, shards: shards), for: fingers, maximumCandidates: 2,
            positions: .asLabelled, urgency: urgency, parameters: parameters)
        let first = result.candidates.first
        let isFirst = first?.person == mate.person
        return CanarySighting(
            isFound: isFirst && result.threshold.isReached(by: first?.score ?? 0),
            score: isFirst ? first?.score ?? 0 : 0, searched: result.searched, snapshot: result.snapshot)
    }

    /// Says of a shard whether it fails its own test. Its persons are searched all the same, since who is found is
    /// found; but none of them counts as searched, so that nobody is told "not registered" on its word.
    ///
    /// - Parameter shard: from 0 to ``shardCount``; no other is changed.
    public func fence(_ shard: Int, _ isFenced: Bool = true) {
        guard (0..<shardCount).contains(shard) else { return }
        writing.withLock { _ in
            state.withLock { state in
                if isFenced { state.snapshot.fenced.insert(shard) } else { state.snapshot.fenced.remove(shard) }
            }
        }
    }
}

extension ShardState {
    /// The shard with a canary beside its segments.
    func planted(_ mate: CanaryMate) -> ShardState {
        var copy = self
        copy.add(mate.slot, mate.references.lazy.map(\.position))
        return copy
    }
}
