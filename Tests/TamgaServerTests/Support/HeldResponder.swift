import NIOCore
import Synchronization
import TamgaIdentification
import TamgaServer
import TamgaWire

/// Keeps every request until the test answers it.
final class HeldResponder: Responder {
    typealias Held = (request: Request, caller: Caller, terms: RequestTerms, promise: EventLoopPromise<Answer>)

    private let held = Mutex<[Held]>([])

    func respond(
        to request: Request, from caller: Caller, on terms: RequestTerms, _ loop: any EventLoop
    ) -> EventLoopFuture<Answer> {
        let promise = loop.makePromise(of: Answer.self)
        held.withLock { $0.append((request, caller, terms, promise)) }
        return promise.futureResult
    }

    var requests: [Request] { held.withLock { $0.map(\.request) } }
    var callers: [Caller] { held.withLock { $0.map(\.caller) } }

    var terms: [RequestTerms] { held.withLock { $0.map(\.terms) } }

    func releaseStopped() {}

    let waits: RequestWaits? = RequestWaits(border: 7, enrolment: 70, bulk: 700)

    /// Answers the oldest, or the one at an index.
    func answer(at index: Int = 0, _ answer: Answer) throws {
        try take(index).promise.succeed(answer)
    }

    func fail(at index: Int = 0) throws {
        try take(index).promise.fail(Failure("the responder failed"))
    }

    private func take(_ index: Int) throws -> Held {
        try held.withLock { held in
            guard held.indices.contains(index) else { throw Failure("\(held.count) requests are held") }
            return held.remove(at: index)
        }
    }
}

extension Answer {
    /// An answer as good as any.
    static func deleted(_ person: String) -> Answer { .deleted(Deleted(person: person, sequence: 1, references: 1)) }

    var errorCode: WireErrorCode? {
        if case .error(let error) = self { error.code } else { nil }
    }
}
