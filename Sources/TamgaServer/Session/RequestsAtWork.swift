import NIOCore
import TamgaGallery

/// The requests of one session that are being worked on: how each is told that nobody wants its answer any more.
struct RequestsAtWork {
    private struct Work {
        let stop: StopSignal
        var timer: Scheduled<Void>?
    }

    private var work: [UInt64: Work] = [:]

    var isEmpty: Bool { work.isEmpty }

    /// A request begins; `timer` raises its signal when its time is over.
    mutating func begin(_ requestID: UInt64, _ stop: StopSignal, _ timer: Scheduled<Void>?) {
        work[requestID] = Work(stop: stop, timer: timer)
    }

    /// A request is done.
    mutating func finish(_ requestID: UInt64) {
        work.removeValue(forKey: requestID)?.timer?.cancel()
    }

    /// The client has taken a request back.
    func stop(_ requestID: UInt64) { work[requestID]?.stop.raise(.cancelled) }

    /// The client is gone.
    mutating func stopAll() {
        for (_, work) in work {
            work.stop.raise(.cancelled)
            work.timer?.cancel()
        }
        work = [:]
    }
}
