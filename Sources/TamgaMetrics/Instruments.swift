import Synchronization

/// A number that only grows. Any number of threads may add at the same time; none waits.
public final class Counter: Sendable {
    private let value = Atomic<UInt64>(0)

    init() {}

    /// Adds to it.
    public func add(_ count: UInt64 = 1) { value.wrappingAdd(count, ordering: .relaxed) }

    /// What was added so far.
    public var total: UInt64 { value.load(ordering: .relaxed) }
}

/// A number that goes up and down. Any number of threads may change it at the same time; none waits.
public final class Gauge: Sendable {
    private let value = Atomic<Int64>(0)

    init() {}

    /// Adds to it; a negative number takes away.
    public func add(_ count: Int64) { value.wrappingAdd(count, ordering: .relaxed) }

    /// Sets it.
    public func set(_ number: Int64) { value.store(number, ordering: .relaxed) }

    /// What it is now.
    public var current: Int64 { value.load(ordering: .relaxed) }
}

/// Counts of observations by size, their number and their sum: three that are always read of one moment.
public final class Histogram: Sendable {
    /// What was observed so far.
    public struct Reading: Hashable, Sendable {
        /// Observations of each bucket alone, one more than there are bounds.
        public internal(set) var counts: [UInt64]
        /// In small units.
        public internal(set) var sum: UInt64 = 0

        /// Observations in all buckets.
        public var count: UInt64 { counts.reduce(0, &+) }
    }

    private let buckets: Buckets
    private let state: Mutex<Reading>

    init(_ buckets: Buckets) {
        self.buckets = buckets
        state = Mutex(Reading(counts: Array(repeating: 0, count: buckets.bounds.count + 1)))
    }

    /// Counts an observation, in small units: see ``Buckets/perUnit``.
    public func observe(_ value: UInt64) {
        let index = buckets.index(of: value)
        state.withLock { state in
            state.counts[index] &+= 1
            state.sum &+= value
        }
    }

    /// What was observed so far, of one moment.
    public var reading: Reading { state.withLock { $0 } }
}
