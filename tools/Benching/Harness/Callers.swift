import Foundation
import Synchronization

/// Threads that each make calls one after the other, as waiting stations do.
package enum Callers {
    private final class Calls<Value: Sendable>: Sendable {
        let next = Atomic(0)
        let results = Mutex<[Int: Result<Value, any Error>]>([:])
        let done = DispatchSemaphore(value: 0)

        func run(_ count: Int, _ body: (Int) throws -> Value) {
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { break }
                let result = Result { try body(index) }
                results.withLock { $0[index] = result }
            }
            done.signal()
        }
    }

    /// Calls `body` for every index, `inFlight` of them at the same time, and returns the values in order.
    ///
    /// - Throws: the error of the first index whose call threw.
    package static func map<Value: Sendable>(
        count: Int, inFlight: Int, _ body: @escaping @Sendable (Int) throws -> Value
    ) throws -> [Value] {
        let calls = Calls<Value>()
        let threads = max(1, min(inFlight, count))
        for _ in 0..<threads { Thread { calls.run(count, body) }.start() }
        for _ in 0..<threads { calls.done.wait() }
        return try calls.results.withLock { results in
            try results.sorted { $0.key < $1.key }.map { try $0.value.get() }
        }
    }
}
