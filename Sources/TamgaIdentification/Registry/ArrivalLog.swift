import Synchronization
import TamgaRegistry

/// Who came into the gallery or changed in it lately: whom a search of an earlier snapshot has not seen.
final class ArrivalLog: Sendable {
    private struct State {
        var arrivals: [(snapshot: UInt64, person: PersonID)] = []
        /// Everything after this snapshot is in the log.
        var reachesBackTo: UInt64
    }

    private let state: Mutex<State>

    /// - Parameter snapshot: of the gallery now.
    init(after snapshot: UInt64) { state = Mutex(State(reachesBackTo: snapshot)) }

    func add(_ person: PersonID, _ snapshot: UInt64) {
        state.withLock { state in
            state.arrivals.append((snapshot, person))
            guard state.arrivals.count > 2 * IdentificationLimits.arrivalsKept else { return }
            let dropped = state.arrivals.count - IdentificationLimits.arrivalsKept
            state.reachesBackTo = state.arrivals[dropped - 1].snapshot
            state.arrivals.removeFirst(dropped)
        }
    }

    /// Each once, in the order of their last coming; nil where the log does not reach back so far.
    func since(_ snapshot: UInt64) -> [PersonID]? {
        state.withLock { state in
            guard snapshot >= state.reachesBackTo else { return nil }
            var seen: Set<PersonID> = []
            let late = state.arrivals.reversed().prefix { $0.snapshot > snapshot }.map(\.person)
            return late.filter { seen.insert($0).inserted }.reversed()
        }
    }
}
