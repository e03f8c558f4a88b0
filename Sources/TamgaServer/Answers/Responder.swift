package import NIOCore
package import TamgaWire

/// Who works on requests.
package protocol Responder: Sendable {
    /// The answer, on the loop given, once; an error of the future is a fault of the server.
    func respond(to request: Request, on loop: any EventLoop) -> EventLoopFuture<Answer>
}
