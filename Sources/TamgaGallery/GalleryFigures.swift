import Synchronization

/// One shard at one moment, for who watches.
public struct ShardFigures: Hashable, Sendable {
    public let persons: Int
    public let references: Int
    /// What it takes, its part of the index among it; see ``Footprint/total``.
    public let bytes: Int
    /// Templates that first stages of searches have read since the gallery was made.
    public let scannedRows: UInt64
}

extension Gallery {
    /// Each shard in its newest state. Complexity: O(blocks), so seldom.
    public var figures: [ShardFigures] {
        let (shards, index) = state.withLock { state in (state.snapshot.shards, state.places.map(\.byteCount)) }
        return shards.enumerated().map { number, shard in
            var footprint = Footprint()
            footprint.index = index[number]
            for slot in shard.slots { slot.add(to: &footprint) }
            return ShardFigures(
                persons: shard.persons, references: shard.references, bytes: footprint.total,
                scannedRows: means.tally.rows(shard: number))
        }
    }
}

/// Rows that scans have read, by shard. Counted once for each part of a segment, which is thousands of rows.
final class ScanTally: Sendable {
    private final class Count: Sendable {
        let rows = Atomic<UInt64>(0)
    }

    private let counts: [Count]

    init(shards: Int) { counts = (0..<shards).map { _ in Count() } }

    func add(rows: Int, shard: Int) {
        guard counts.indices.contains(shard) else { return }
        counts[shard].rows.wrappingAdd(UInt64(clamping: rows), ordering: .relaxed)
    }

    func rows(shard: Int) -> UInt64 {
        counts.indices.contains(shard) ? counts[shard].rows.load(ordering: .relaxed) : 0
    }
}
