import TamgaStore

/// A stopwatch that tells the observer of one stage after the other. Without an observer it does not even look at the
/// clock.
struct StageLap: Sendable {
    private let observer: (any ServiceObserver)?
    private let clock: any WallClock
    private var mark: UInt64

    init(_ observer: (any ServiceObserver)?, _ clock: any WallClock) {
        (self.observer, self.clock) = (observer, clock)
        mark = observer == nil ? 0 : clock.monotonicMicroseconds()
    }

    /// The stage is over; the next one begins.
    mutating func end(_ stage: ServiceStage) {
        guard let observer else { return }
        let now = clock.monotonicMicroseconds()
        observer.spent(now > mark ? now - mark : 0, on: stage)
        mark = now
    }

    /// The store has made these changes, or refused some of them.
    mutating func committed(_ outcomes: [Result<AppliedChange, StoreError>]) {
        end(.commit)
        let made = outcomes.compactMap { try? $0.get().last }
        observer?.stored(changes: made.count, upTo: made.max())
    }

    /// The store could make none of the changes.
    mutating func failed() {
        end(.commit)
        observer?.storeFailed()
    }
}

extension IdentificationService {
    /// A stopwatch that starts now.
    var lap: StageLap { StageLap(observer, clock) }
}
