/// Tells the time and waits for it; the one place where the load tester reads a clock.
package protocol LoadClock: Sendable {
    /// Nanoseconds since some moment, never less than before.
    func now() -> Int64
    /// Returns at that time, or at once where it is past or the task is cancelled.
    func sleep(until time: Int64) async
}

/// The system's clock that only runs forward.
package struct SteadyClock: LoadClock {
    private let start = ContinuousClock.now

    package init() {}

    package func now() -> Int64 {
        let parts = (ContinuousClock.now - start).components
        return parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000
    }

    package func sleep(until time: Int64) async {
        guard time > now() else { return }
        // A cancelled task has nothing more to wait for.
        try? await Task.sleep(
            until: start.advanced(by: .nanoseconds(time)), tolerance: .zero, clock: .continuous)
    }
}
