import Dispatch
import Synchronization
import TamgaGallery

/// Work for Dispatch's threads, a bounded number at a time, in the order of arrival.
///
/// The bridge from Swift's own few threads, which must never block, to work that blocks or takes long.
final class WorkQueue: Sendable {
    private struct State {
        var running = 0
        var waiting = FirstInFirstOut<@Sendable () -> Void>()
    }

    private let queue: DispatchQueue
    private let limit: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - quality: Dispatch has a set of threads for each. Work that keeps all cores busy must not have that of
    ///     Swift's own tasks (default), or nobody else is answered meanwhile.
    ///   - limit: pieces of work that run at the same time; 1 makes the queue serial.
    init(label: String, quality: DispatchQoS, limit: Int) {
        queue = DispatchQueue(label: label, qos: quality, attributes: .concurrent)
        self.limit = max(1, limit)
    }

    /// Runs the body on a thread of Dispatch. It is run even when the calling task is cancelled.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws(IdentificationError) -> Value
    ) async throws(IdentificationError) -> Value {
        let outcome = await withCheckedContinuation { continuation in
            submit { continuation.resume(returning: Result(catching: body)) }
        }
        return try outcome.get()
    }

    /// Runs the work on a thread of Dispatch, in its turn; nobody waits for it.
    func submit(_ work: @escaping @Sendable () -> Void) {
        let mayStart = state.withLock { state in
            guard state.running < limit else {
                state.waiting.append(work)
                return false
            }
            state.running += 1
            return true
        }
        if mayStart { start(work) }
    }

    /// Pieces of work that wait for their turn.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// One after the other on the same thread, until nothing waits.
    private func start(_ work: @escaping @Sendable () -> Void) {
        queue.async {
            var current: (@Sendable () -> Void)? = work
            while let work = current {
                work()
                current = self.takeNext()
            }
        }
    }

    private func takeNext() -> (@Sendable () -> Void)? {
        state.withLock { state in
            let work = state.waiting.popFirst()
            if work == nil { state.running -= 1 }
            return work
        }
    }
}
