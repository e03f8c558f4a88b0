package import TamgaGallery

/// Those of one urgency: who is being served and who waits, as a value. Whoever cannot be served in time is not let in;
/// whoever is not wanted any more leaves without having been served.
package struct Lane<Waiter: Sendable>: Sendable {
    private struct Place: Sendable {
        let waiter: Waiter
        let terms: RequestTerms
    }

    /// What becomes of somebody who comes.
    package enum Arrival: Hashable, Sendable {
        case served
        case waits
        /// It would take longer than it may, by so many microseconds.
        case refused(late: UInt64)
    }

    private let limit: Int
    private let longestWait: UInt64
    package private(set) var running = 0
    private var waiting: [Place] = []
    private var pace = Pace()

    /// - Parameters:
    ///   - limit: served side by side, 1 or more.
    ///   - longestWait: µs after which even somebody without a deadline should have been served.
    package init(limit: Int, longestWait: UInt64) { (self.limit, self.longestWait) = (max(1, limit), longestWait) }

    package var waitingCount: Int { waiting.count }

    /// µs until somebody who came now would be done.
    package var expected: UInt64 { pace.time(behind: running + waiting.count) }

    /// Somebody comes; `waiter` is kept only where the answer is that it waits.
    package mutating func arrive(
        _ waiter: @autoclosure () -> Waiter, _ terms: RequestTerms, at now: UInt64
    ) -> Arrival {
        let isEmpty = running == 0 && waiting.isEmpty
        let patience = min(longestWait, terms.deadline.map { $0 > now ? $0 - now : 0 } ?? .max)
        // Who is alone is let in on any estimate: it may be from another day, and would never be put right.
        if !isEmpty, expected > patience { return .refused(late: expected - patience) }
        if isEmpty { pace.begin(at: now) }
        guard running >= limit else {
            running += 1
            return .served
        }
        waiting.append(Place(waiter: waiter(), terms: terms))
        return .waits
    }

    /// Somebody who was served is done: who is served next, and who leaves because nobody wants the answer any more.
    package mutating func depart(at now: UInt64) -> (next: Waiter?, ended: [(Waiter, StopSignal.Reason)]) {
        pace.departed(at: now)
        running -= 1
        let ended = sweep(at: now)
        guard !waiting.isEmpty, running < limit else { return (nil, ended) }
        running += 1
        return (waiting.removeFirst().waiter, ended)
    }

    /// Lets those go who are not wanted any more.
    package mutating func sweep(at now: UInt64) -> [(Waiter, StopSignal.Reason)] {
        var ended: [(Waiter, StopSignal.Reason)] = []
        waiting.removeAll { place in
            guard let reason = place.terms.ended(at: now) else { return false }
            ended.append((place.waiter, reason))
            return true
        }
        return ended
    }
}
