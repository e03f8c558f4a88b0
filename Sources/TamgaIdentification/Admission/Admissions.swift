import Synchronization
import TamgaGallery

/// Lets so many searches of each urgency through at a time, in the order of arrival; who waits holds no thread.
///
/// A search under way has buffers of its own: without a limit a thousand stations would need a thousand times these.
final class Admissions: Sendable {
    private typealias Waiter = CheckedContinuation<IdentificationError?, Never>

    private let lanes: Mutex<[Lane<Waiter>]>
    private let clock: any WallClock

    /// - Parameters:
    ///   - limit: of each urgency, at the same time.
    ///   - longestWait: µs, by urgency.
    init(limit: Int, longestWait: [UInt64], clock: any WallClock) {
        self.clock = clock
        lanes = Mutex(longestWait.map { Lane(limit: limit, longestWait: $0) })
    }

    /// Runs the body once it is its turn.
    ///
    /// - Throws: `.overloaded` at once where that would be too late, `.deadlineExceeded` or `.cancelled` where nobody
    ///   wants the outcome any more, and what the body throws.
    func pass<Value>(
        _ terms: RequestTerms, _ body: () async throws(IdentificationError) -> Value
    ) async throws(IdentificationError) -> Value {
        try terms.check(at: clock.monotonicMicroseconds())
        if let refusal = await enter(terms) { throw refusal }
        defer { leave(terms.urgency) }
        try terms.check(at: clock.monotonicMicroseconds())
        return try await body()
    }

    /// µs until somebody who came now would be done, by urgency; 0 where nothing is known yet.
    var expected: [UInt64] { lanes.withLock { $0.map(\.expected) } }

    /// Those who are served, by urgency.
    var running: [Int] { lanes.withLock { $0.map(\.running) } }

    /// Those who wait, by urgency.
    var waiting: [Int] { lanes.withLock { $0.map(\.waitingCount) } }

    /// Lets those go at once whose stop signal was raised while they waited.
    func sweep() {
        let now = clock.monotonicMicroseconds()
        let ended = lanes.withLock { lanes in lanes.indices.flatMap { lanes[$0].sweep(at: now) } }
        for (waiter, reason) in ended { waiter.resume(returning: IdentificationError(reason)) }
    }

    private func enter(_ terms: RequestTerms) async -> IdentificationError? {
        let now = clock.monotonicMicroseconds()
        return await withCheckedContinuation { (waiter: Waiter) in
            let arrival = lanes.withLock { $0[terms.urgency.rawValue].arrive(waiter, terms, at: now) }
            switch arrival {
            case .served: waiter.resume(returning: nil)
            case .waits: break
            case .refused(let late): waiter.resume(returning: .overloaded(microseconds: late))
            }
        }
    }

    private func leave(_ urgency: Urgency) {
        let now = clock.monotonicMicroseconds()
        let (next, ended) = lanes.withLock { $0[urgency.rawValue].depart(at: now) }
        for (waiter, reason) in ended { waiter.resume(returning: IdentificationError(reason)) }
        next?.resume(returning: nil)
    }
}
