import Synchronization
package import TamgaIdentification

/// Lets so many lines through in each interval, and counts the others.
package final class LogThrottle: Sendable {
    private struct State {
        var start: UInt64 = 0
        var lines = 0
        var suppressed = 0
    }

    private let lines: Int
    private let interval: UInt64
    private let clock: any WallClock
    private let state: Mutex<State>

    package init(lines: Int, interval: Duration, clock: any WallClock) {
        self.lines = lines
        let (seconds, attoseconds) = interval.components
        self.interval = UInt64(clamping: seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
        self.clock = clock
        state = Mutex(State(start: clock.monotonicMicroseconds()))
    }

    /// Nil where the line must not be written; else how many were kept back since the last that was.
    package func pass() -> Int? {
        let now = clock.monotonicMicroseconds()
        return state.withLock { state in
            if now >= state.start + interval {
                state.start = now
                state.lines = 0
            }
            guard state.lines < lines else {
                state.suppressed += 1
                return nil
            }
            state.lines += 1
            defer { state.suppressed = 0 }
            return state.suppressed
        }
    }
}
