package import NIOCore
package import TamgaIdentification
package import TamgaWire

/// Who works on requests.
package protocol Responder: Sendable {
    /// The answer, on the loop given, once; an error of the future is a fault of the server.
    ///
    /// - Parameters:
    ///   - caller: a station that has the right the request needs.
    ///   - terms: who waits, and until when.
    func respond(
        to request: Request, from caller: Caller, on terms: RequestTerms, _ loop: any EventLoop
    ) -> EventLoopFuture<Answer>

    /// Requests were given up: those that wait for their turn are answered now.
    func releaseStopped()

    /// Milliseconds until a search that came now would be done.
    var waits: RequestWaits? { get }
}
