package import NIOCore
package import TamgaWire

/// Who works on requests.
package protocol Responder: Sendable {
    /// The answer, on the loop given, once; an error of the future is a fault of the server.
    ///
    /// - Parameter caller: a station that has the right the request needs.
    func respond(to request: Request, from caller: Caller, on loop: any EventLoop) -> EventLoopFuture<Answer>
}
