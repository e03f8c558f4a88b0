import Logging
import TamgaIdentification
import TamgaWire

/// The requests of one session, as far as they are counted, timed and named in the log. Without an observation only the
/// log is kept, and that only where it shows requests.
struct RequestWatch {
    private struct Begun {
        let kind: MessageKind
        let time: UInt64
    }

    private let observation: ServerObservation?
    private let clock: any WallClock
    private var begun: [UInt64: Begun] = [:]

    init(_ environment: SessionEnvironment) {
        observation = environment.metrics.observation
        clock = environment.clock
    }

    /// A request is taken on.
    mutating func begin(_ requestID: UInt64, _ kind: MessageKind) {
        begun[requestID] = Begun(kind: kind, time: clock.monotonicMicroseconds())
    }

    /// The time now, where somebody wants to know it.
    var now: UInt64 { observation == nil ? 0 : clock.monotonicMicroseconds() }

    /// An answer was encoded, which began at `start`.
    ///
    /// - Parameters:
    ///   - kind: of the request; nil where none was recognised.
    ///   - error: what it was answered with; nil where all went well.
    mutating func answered(
        _ requestID: UInt64, _ kind: MessageKind?, _ error: WireErrorCode?, encodedSince start: UInt64,
        _ log: SessionLog
    ) {
        let begun = begun[requestID]?.kind == kind ? begun.removeValue(forKey: requestID) : nil
        guard observation != nil || log.showsRequests else { return }
        let now = clock.monotonicMicroseconds()
        let microseconds = begun.map { now > $0.time ? now - $0.time : 0 }
        let (name, result) = (kind?.name ?? ServerFamilies.unrecognised, error?.name ?? ServerFamilies.ok)
        observation?.encoded(microseconds: now > start ? now - start : 0)
        observation?.answered(name, result, microseconds: microseconds)
        log.answered(requestID, kind: name, result: result, microseconds: microseconds)
    }

    /// The session is over; what was not answered will not be.
    mutating func end(_ log: SessionLog) {
        for (requestID, begun) in begun.sorted(by: { $0.key < $1.key }) {
            observation?.answered(begun.kind.name, ServerFamilies.unanswered, microseconds: nil)
            log.answered(
                requestID, kind: begun.kind.name, result: ServerFamilies.unanswered, microseconds: nil)
        }
        begun = [:]
        if log.isOpen { observation?.closed(log.end ?? .peer) }
    }
}
