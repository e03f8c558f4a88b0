import Synchronization

/// Indices handed out in order, a few at a time.
final class Spread: WorkSource {
    package var isBeginning: Bool { false }
    private let count: Int
    private let grain: Int
    private let body: @Sendable (_ worker: Int, _ range: Range<Int>) -> Void
    private let whenDone: @Sendable () -> Void
    private let handedOut = Mutex(0)
    private let left: Atomic<Int>

    /// - Parameters:
    ///   - count: indices, 1 or more.
    ///   - grain: indices of a unit, 1 or more.
    ///   - whenDone: called once, after the last of them.
    init(
        count: Int, grain: Int, _ body: @escaping @Sendable (_ worker: Int, _ range: Range<Int>) -> Void,
        whenDone: @escaping @Sendable () -> Void
    ) {
        (self.count, self.grain, self.body, self.whenDone) = (count, grain, body, whenDone)
        left = Atomic(count)
    }

    func next() -> WorkUnit? {
        let range = handedOut.withLock { next in
            let range = next..<min(count, next + grain)
            next = range.upperBound
            return range
        }
        guard !range.isEmpty else { return nil }
        return { worker in
            self.body(worker, range)
            let left = self.left.subtract(range.count, ordering: .acquiringAndReleasing).newValue
            if left == 0 { self.whenDone() }
        }
    }
}

extension Crew {
    /// Runs `body` on every range of at most `grain` indices and returns when all are done.
    func spread(
        _ count: Int, grain: Int = 1, _ urgency: Urgency,
        _ body: @escaping @Sendable (_ worker: Int, _ range: Range<Int>) -> Void
    ) async {
        guard count > 0 else { return }
        await withCheckedContinuation { continuation in
            add(Spread(count: count, grain: max(1, grain), body) { continuation.resume() }, urgency)
        }
    }

    /// The values of `body` for every index, in order.
    package func map<Value: Sendable>(
        _ count: Int, grain: Int = 1, _ urgency: Urgency,
        _ body: @escaping @Sendable (_ worker: Int, _ index: Int) -> Value
    ) async -> [Value] {
        let parts = Mutex<[Part<Value>]>([])
        await spread(count, grain: grain, urgency) { worker, range in
            let values = range.map { body(worker, $0) }
            parts.withLock { $0.append(Part(start: range.lowerBound, values: values)) }
        }
        return parts.withLock { $0 }.sorted { $0.start < $1.start }.flatMap(\.values)
    }

    private struct Part<Value: Sendable>: Sendable {
        let start: Int
        let values: [Value]
    }
}
