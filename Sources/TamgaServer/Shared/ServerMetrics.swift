import Synchronization
package import TamgaIdentification
package import TamgaWire

/// What the server has done since its start.
package final class ServerMetrics: Sendable {
    private struct Count {
        var answered: UInt64 = 0
        var refused: UInt64 = 0
    }

    private let clock: any WallClock
    private let start: UInt64
    private let counts = Mutex<[MessageKind: Count]>([:])
    private let sessions = Atomic<UInt64>(0)
    /// What is shown to who watches; nil where nobody does.
    package let observation: ServerObservation?

    package init(clock: any WallClock, observation: ServerObservation? = nil) {
        self.clock = clock
        self.observation = observation
        start = clock.monotonicMicroseconds()
    }

    /// Counts the answer of a request.
    package func count(_ kind: MessageKind, isRefused: Bool) {
        counts.withLock { counts in
            if isRefused {
                counts[kind, default: Count()].refused += 1
            } else {
                counts[kind, default: Count()].answered += 1
            }
        }
    }

    /// The number of a new session: 1, 2, 3, ...
    package func nextSession() -> UInt64 { sessions.wrappingAdd(1, ordering: .relaxed).newValue }

    package var uptimeMilliseconds: UInt64 {
        let now = clock.monotonicMicroseconds()
        return now > start ? (now - start) / 1_000 : 0
    }

    /// One for each kind that was asked for, by ascending kind.
    package var requests: [RequestCount] {
        counts.withLock { $0 }.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, count in
            RequestCount(kind: kind.name, answered: count.answered, refused: count.refused)
        }
    }
}
