import Synchronization
import TamgaGallery

/// Lets so many through at a time, in the order of arrival; who waits holds no thread.
///
/// A search under way has buffers of its own: without a gate a thousand stations would need a thousand times these.
final class Gate: Sendable {
    private struct State: Sendable {
        var free: Int
        var waiting = FirstInFirstOut<CheckedContinuation<Void, Never>>()
    }

    private let state: Mutex<State>

    /// - Parameter limit: kept at 1 or more.
    init(limit: Int) { state = Mutex(State(free: max(1, limit))) }

    /// Runs the body once there is room.
    func pass<Value>(
        _ body: () async throws(IdentificationError) -> Value
    ) async throws(IdentificationError) -> Value {
        await enter()
        defer { leave() }
        return try await body()
    }

    private func enter() async {
        await withCheckedContinuation { continuation in
            let mayPass = state.withLock { state in
                guard state.free == 0 else {
                    state.free -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if mayPass { continuation.resume() }
        }
    }

    private func leave() {
        let next = state.withLock { state in
            let next = state.waiting.popFirst()
            if next == nil { state.free += 1 }
            return next
        }
        next?.resume()
    }
}
