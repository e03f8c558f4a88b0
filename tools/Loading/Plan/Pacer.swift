/// Says when the next request goes out, whatever became of those before: open-loop load, as a value.
package struct Pacer: Sendable {
    /// What the sender does now.
    package enum Action: Sendable, Hashable {
        /// Send it at once: its time has come, or is past.
        case send(Arrival)
        /// Nothing before so many nanoseconds after the start.
        case wait(until: Int64)
        /// The goal cannot be reached any more: no further requests.
        case giveUp
        case done
    }

    private let plan: [Arrival]
    private let end: Int64
    private var watch: GoalWatch?
    private var index = 0

    /// - Parameters:
    ///   - plan: in the order of their times.
    ///   - end: nanoseconds after the start at which the stretch is over.
    ///   - watch: nil where the stretch goes on whatever happens.
    package init(_ plan: [Arrival], end: Int64, watch: GoalWatch? = nil) {
        (self.plan, self.end, self.watch) = (plan, end, watch)
    }

    /// - Parameters:
    ///   - now: nanoseconds after the start.
    ///   - inTime: requests of the goal's class answered within it so far.
    package mutating func next(now: Int64, inTime: Int) -> Action {
        if watch?.isHopeless(now: now, inTime: inTime) ?? false { return .giveUp }
        guard index < plan.count else { return now < end ? .wait(until: end) : .done }
        let arrival = plan[index]
        guard arrival.at <= now else { return .wait(until: arrival.at) }
        index += 1
        return .send(arrival)
    }
}
