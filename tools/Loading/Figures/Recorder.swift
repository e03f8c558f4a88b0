import Synchronization

/// Takes in what every request comes to, from all tasks; the one place that counts.
package final class Recorder: Sendable {
    private struct State: Sendable {
        var tallies: [LoadClass: Tally] = [:]
        /// Of the second that runs, by class.
        var second: [LoadClass: Tally] = [:]
        var seconds: [SecondFigures] = []
        var lateness = Latencies()
        var launched = 0
        var isSending = true
    }

    private let goal: LatencyGoal
    private let state = Mutex(State())

    package init(goal: LatencyGoal) { self.goal = goal }

    /// A request is about to be sent: from now on it is in flight.
    package func launch() { state.withLock { $0.launched += 1 } }

    /// A request goes out, so many nanoseconds after its time.
    package func send(_ kind: LoadClass, lateness: Int64) {
        state.withLock { state in
            state.tallies[kind, default: Tally()].sent += 1
            state.second[kind, default: Tally()].sent += 1
            state.lateness.record(nanoseconds: lateness)
        }
    }

    /// A request of the flat-out workers goes out: it has no time of its own to be late for.
    package func sendAtOnce(_ kind: LoadClass) {
        state.withLock { state in
            state.tallies[kind, default: Tally()].sent += 1
            state.second[kind, default: Tally()].sent += 1
        }
    }

    package func settle(_ kind: LoadClass, _ verdict: Verdict, latency: Int64) {
        let limit = goal.kind == kind ? goal.nanoseconds : nil
        state.withLock { state in
            state.tallies[kind, default: Tally()].settle(verdict, latency: latency, goal: limit)
            state.second[kind, default: Tally()].settle(verdict, latency: latency, goal: limit)
        }
    }

    /// No further requests are sent.
    package func stopSending() { state.withLock { $0.isSending = false } }

    package var isSending: Bool { state.withLock { $0.isSending } }

    /// Launched and not settled.
    package var inFlight: Int {
        state.withLock { state in state.launched - state.tallies.values.reduce(0) { $0 + $1.settled } }
    }

    /// Requests of the class answered within the goal.
    package func inTime(_ kind: LoadClass) -> Int { state.withLock { $0.tallies[kind]?.inTime ?? 0 } }

    /// Ends the second that runs.
    ///
    /// - Parameter second: its number, from 1.
    package func endSecond(_ second: Int) -> SecondFigures {
        let inFlight = inFlight
        return state.withLock { state in
            let figures = SecondFigures(second: second, state.second, inFlight: inFlight)
            state.seconds.append(figures)
            state.second = [:]
            return figures
        }
    }

    /// All that came in.
    package var all: (tallies: [LoadClass: Tally], seconds: [SecondFigures], lateness: Latencies) {
        state.withLock { ($0.tallies, $0.seconds, $0.lateness) }
    }
}
