import Dispatch
import Synchronization
import Glibc

/// Work spread over threads of Dispatch; blocks the caller until all of it is done.
///
/// Indices are handed out by a counter, a few at a time, so that no thread idles while another has a backlog.
package enum Parallel {
    /// Cores this process may use.
    package static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    /// Runs `body` once for every index, each thread with a state of its own, and returns the states in any order.
    package static func fold<State: Sendable>(
        count: Int, workers: Int, grain: Int = 1, state make: @Sendable () -> State,
        _ body: @Sendable (inout State, Int) -> Void
    ) -> [State] {
        let threads = max(1, min(workers, (count + grain - 1) / grain))
        let next = Atomic(0)
        let states = Mutex<[State]>([])
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            var state = make()
            while true {
                let start = next.wrappingAdd(grain, ordering: .relaxed).oldValue
                guard start < count else { break }
                for index in start..<min(start + grain, count) { body(&state, index) }
            }
            states.withLock { $0.append(state) }
        }
        return states.withLock { $0 }
    }

    /// The values of `body` for every index, in order.
    package static func map<Value: Sendable>(
        count: Int, workers: Int, grain: Int = 1, _ body: @Sendable (Int) -> Value
    ) -> [Value] {
        let parts = fold(count: count, workers: workers, grain: grain, state: { [Indexed<Value>]() }) {
            $0.append(Indexed(index: $1, value: body($1)))
        }
        return parts.flatMap(\.self).sorted { $0.index < $1.index }.map(\.value)
    }

    private struct Indexed<Value: Sendable>: Sendable {
        let index: Int
        let value: Value
    }
}
