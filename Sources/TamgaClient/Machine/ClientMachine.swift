package import NIOCore
package import TamgaWire

/// The client's side of a session as a value: bytes and calls go in, actions come out, nothing else happens.
///
/// Calls are sent in the order they came, never more at once than the welcome allows. A call that was given up
/// (by time or by its caller) still holds its place until its answer comes, because the server counts it too.
package struct ClientMachine {
    /// The request id of the hello; calls have others.
    package static let helloID: UInt64 = 1

    enum Phase {
        /// No TLS yet.
        case connecting
        /// The hello is sent, the welcome awaited.
        case greeting
        case open(Welcome)
        /// No more calls are taken; those there are get their answers.
        case draining(Welcome)
        case closed(ClientError)
    }

    struct Call {
        var kind: MessageKind
        /// The frame, until it is sent.
        var frame: ByteBuffer?
        /// Whether nobody waits for the answer any more.
        var isAbandoned = false

        var changesTheStore: Bool { kind.isChange }
    }

    let hello: Hello
    var phase = Phase.connecting
    var reader = FrameReader(direction: .answers)
    var calls: [UInt64: Call] = [:]
    /// Ids not sent yet, first come first served; an id without a call was cancelled.
    var queue = CircularBuffer<UInt64>()
    var inFlight = 0
    var abandoned = 0
    /// What the server said about the connection before it closed it.
    var lastWords: ErrorMessage?

    /// A machine before its connection.
    package init(clientName: String) {
        hello = Hello(client: clientName)
    }

    /// Calls that wait or are in flight.
    package var callCount: Int { calls.count }
}

// MARK: Events of the caller
extension ClientMachine {
    /// A call, encoded by the caller with the same id; ids must be unique, and not ``helloID``.
    package mutating func submit(_ id: UInt64, kind: MessageKind, frame: ByteBuffer) -> [ClientAction] {
        switch phase {
        case .connecting, .greeting, .open:
            calls[id] = Call(kind: kind, frame: frame)
            queue.append(id)
            return sendWaiting()
        case .draining:
            return [.complete(id, .failure(ClientError(.closed, "the client is closing")))]
        case .closed(let error):
            return [.complete(id, .failure(error))]
        }
    }

    /// The caller no longer waits.
    package mutating func cancel(_ id: UInt64) -> [ClientAction] {
        giveUp(id, ClientError(.cancelled, "the task was cancelled"))
    }

    /// No more calls: closes when the last answer is there.
    package mutating func close() -> [ClientAction] {
        switch phase {
        case .open(let welcome):
            phase = .draining(welcome)
            return closeWhenDrained()
        case .connecting, .greeting:
            return end(ClientError(.closed, "the client was closed"))
        case .draining, .closed:
            return []
        }
    }
}

// MARK: Events of the clock and the connection
extension ClientMachine {
    /// The TLS handshake is complete at this end.
    package mutating func secured() -> [ClientAction] {
        guard case .connecting = phase else { return [] }
        var frame = ByteBuffer()
        do throws(WireError) {
            try Request.hello(hello).encode(requestID: Self.helloID, limits: .beforeHello, into: &frame)
        } catch {
            return end(ClientError(.configuration, "client name: \(error.message)", limit: error.limit))
        }
        phase = .greeting
        return [.send(frame), .startTimer(Self.helloID)]
    }

    /// The time of a request is over.
    package mutating func timeOut(_ id: UInt64) -> [ClientAction] {
        if id == Self.helloID {
            guard case .greeting = phase else { return [] }
            return end(ClientError(.timeout, "no welcome within the time allowed"))
        }
        return giveUp(id, ClientError(.timeout, "no answer within the time allowed"))
    }

    /// The connection is over.
    package mutating func disconnected(_ error: any Error) -> [ClientAction] {
        disconnected(ConnectionEnd(error))
    }

    /// The connection was closed, with no reason other than those told before.
    package mutating func disconnected() -> [ClientAction] {
        disconnected(ConnectionEnd.closed)
    }

    mutating func disconnected(_ cause: ConnectionEnd) -> [ClientAction] {
        switch phase {
        case .connecting, .greeting: end(cause.beforeWelcome)
        case .draining where calls.isEmpty: end(ClientError(.closed, "the client was closed"))
        case .open, .draining:
            end(lastWords.map { ClientError(.connectionLost, "the server said: \($0.message)") } ?? cause.afterWelcome)
        case .closed: []
        }
    }
}
