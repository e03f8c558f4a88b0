import Foundation
import Synchronization

/// A line on standard error that follows a long run: rewritten in place on a terminal, else a line every few seconds.
package final class TerminalProgress: RunProgress {
    private struct State {
        var what = ""
        var steps = 0
        var done = 0
        var started = ContinuousClock.now
        var shown = ContinuousClock.now
    }

    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let isQuiet: Bool
    private let state = Mutex(State())

    package init(isQuiet: Bool) {
        self.isQuiet = isQuiet
    }

    package func begin(_ what: String, steps: Int) {
        state.withLock { state in
            let now = ContinuousClock.now
            state = State(what: what, steps: steps, done: 0, started: now, shown: now)
        }
    }

    package func advance(by steps: Int) {
        guard !isQuiet else { return }
        state.withLock { state in
            state.done += steps
            let now = ContinuousClock.now
            guard now - state.shown > (isTerminal ? .milliseconds(100) : .seconds(4)) else { return }
            state.shown = now
            show(state, now)
        }
    }

    package func end() {
        if isTerminal && !isQuiet { write("\r\u{1b}[K") }
    }

    private func show(_ state: State, _ now: ContinuousClock.Instant) {
        let share = Double(state.done) / Double(max(state.steps, 1))
        let elapsed = (now - state.started).components.seconds
        let left = share > 0.02 ? ", \(Int(Double(elapsed) * (1 - share) / share) + 1) s left" : ""
        let text = "\(state.what): \(state.done) of \(state.steps)\(left)"
        write(isTerminal ? "\r\(text)\u{1b}[K" : text + "\n")
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
