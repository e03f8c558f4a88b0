/// Which shard is tested when, and which of them are fenced: the rules, without a clock and without searching.
///
/// Each shard is searched for its canary once in an interval, the shards spread over it. One that misses it, or does
/// not answer in time, is fenced, and is no longer when it has found its canary some times in a row.
public struct CanaryRounds: Sendable {
    /// What is to be done.
    public enum Action: Hashable, Sendable {
        /// Search for the canary of this shard, by its probe of that number.
        case search(shard: Int, probe: Int)
        case fence(shard: Int, Reason)
        case lift(shard: Int)
    }

    /// Why a shard is fenced.
    public enum Reason: String, Hashable, Sendable {
        case missed = "it did not find its canary"
        case failed = "the search for its canary failed"
        case overdue = "it has not answered"
    }

    /// What is known of one shard. Times are microseconds of a monotonic clock.
    public struct Shard: Hashable, Sendable {
        /// Searches answered, and those that did not find the canary.
        public internal(set) var answered: UInt64 = 0
        public internal(set) var missed: UInt64 = 0
        public internal(set) var isFenced = false
        /// When its canary was last found, or when the rounds began.
        public internal(set) var lastFound: UInt64
        var due: UInt64
        var begun: UInt64?
        var foundInRow = 0
        var probe = 0
    }

    /// Canaries found in a row that lift a fence.
    public static let foundInRow = 3
    /// Microseconds a search may take.
    public static let patience: UInt64 = 60_000_000
    /// Microseconds without a look at what is due after which the whole program, and not a shard, has stood still.
    public static let standstill: UInt64 = 10_000_000

    public private(set) var shards: [Shard]
    private let interval: UInt64
    private var looked: UInt64?

    /// - Parameters:
    ///   - interval: microseconds between two searches of a shard, 1 or more.
    ///   - now: when the first round begins.
    public init(shards: Int, interval: UInt64, now: UInt64) {
        self.interval = interval
        let step = interval / UInt64(max(1, shards))
        self.shards = (0..<shards).map { Shard(lastFound: now, due: now + step * UInt64($0)) }
    }

    /// What is due at that moment. Complexity: O(shards).
    public mutating func tick(at now: UInt64) -> [Action] {
        var actions: [Action] = []
        forgive(standstillUntil: now)
        for shard in shards.indices {
            if let begun = shards[shard].begun {
                if now >= begun + Self.patience { fence(shard, .overdue, &actions) }
            } else if now >= shards[shard].due {
                actions.append(.search(shard: shard, probe: shards[shard].probe))
                shards[shard].begun = now
                shards[shard].probe &+= 1
                // Rounds that were missed are not made up for.
                shards[shard].due = max(shards[shard].due + interval, now + interval / 2)
            }
        }
        return actions
    }

    /// What stood still with everything else has had that much less time.
    private mutating func forgive(standstillUntil now: UInt64) {
        defer { looked = now }
        guard let looked, now > looked + Self.standstill else { return }
        for shard in shards.indices { shards[shard].begun? += now - looked }
    }

    /// The search of a shard is over: whether it found its canary; nil where it failed.
    public mutating func answered(_ shard: Int, isFound: Bool?, at now: UInt64) -> [Action] {
        var actions: [Action] = []
        shards[shard].begun = nil
        shards[shard].answered += 1
        guard isFound == true else {
            shards[shard].missed += 1
            fence(shard, isFound == nil ? .failed : .missed, &actions)
            return actions
        }
        shards[shard].lastFound = now
        shards[shard].foundInRow += 1
        if shards[shard].isFenced, shards[shard].foundInRow >= Self.foundInRow {
            shards[shard].isFenced = false
            actions.append(.lift(shard: shard))
        }
        return actions
    }

    private mutating func fence(_ shard: Int, _ reason: Reason, _ actions: inout [Action]) {
        shards[shard].foundInRow = 0
        guard !shards[shard].isFenced else { return }
        shards[shard].isFenced = true
        actions.append(.fence(shard: shard, reason))
    }
}
