package import NIOCore
package import TamgaWire

/// What the machine asks of the handler.
package enum ClientAction: Equatable {
    /// Write these bytes, one frame.
    case send(ByteBuffer)
    /// Begin to count the time of this request.
    case startTimer(UInt64)
    /// Its time no longer counts.
    case stopTimer(UInt64)
    /// The session is open.
    case greet(Welcome)
    /// There will be no session.
    case failGreeting(ClientError)
    /// The request has its answer, or will have none.
    case complete(UInt64, Result<Answer, ClientError>)
    /// Close the connection.
    case close
}
