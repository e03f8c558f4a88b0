import Dispatch
import Synchronization

extension Crew {
    /// Runs an asynchronous function on the crew's threads.
    package func run<Value: Sendable>(
        _ urgency: Urgency, _ body: @escaping @Sendable () async -> Value
    ) async -> Value {
        await Task.detached(executorPreference: executor(urgency), operation: body).value
    }

    /// Runs an asynchronous function on the crew's threads and blocks the caller until it is done.
    ///
    /// For callers that have a thread to spare; never from a thread of the crew, which would wait for itself.
    package func wait<Value: Sendable>(
        _ urgency: Urgency, _ body: @escaping @Sendable () async -> Value
    ) -> Value {
        let outcome = Outcome<Value>()
        Task.detached(executorPreference: executor(urgency)) {
            let value = await body()
            outcome.value.withLock { $0 = value }
            outcome.arrived.signal()
        }
        while true {
            outcome.arrived.wait()
            if let value = outcome.value.withLock({ $0 }) { return value }
        }
    }

    private final class Outcome<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
        let arrived = DispatchSemaphore(value: 0)
    }
}
