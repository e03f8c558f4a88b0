package import TamgaWire

/// The rules of one connection, without any I/O: what happens goes in, what is to be done comes out.
///
/// Answers leave in the order in which they are ready. Frames are taken one by one, and only while
/// ``takesFrames``: what a client sends beyond its limit waits in the socket and is never lost.
package struct SessionMachine: Sendable {
    package enum State: Hashable, Sendable {
        /// TLS has not got as far yet; the TLS handler keeps its own time.
        case handshaking
        case awaitingHello
        case established
        /// What is in flight is finished, new requests are refused.
        case draining
        /// The last answer is on its way, nothing more is read or sent.
        case ending(SessionEnd)
        case closed
    }

    /// What this session is told; the version is chosen at the hello.
    package let welcome: Welcome
    package internal(set) var state = State.handshaking
    /// What the station's certificate makes of it; nothing until the handshake is complete.
    package internal(set) var standing = Standing.unnamed
    /// The requests begun and not answered, with their kinds.
    package internal(set) var inFlight: [UInt64: MessageKind] = [:]
    /// Whether the station's certificate has no more connections than it may.
    var hasSeat = true
    var isWritable = true

    package init(welcome: Welcome) {
        self.welcome = welcome
    }

    /// Whether the next frame may be taken; where not, it has to wait.
    package var takesFrames: Bool {
        switch state {
        case .awaitingHello, .draining: isWritable
        case .established: isWritable && inFlight.count < Int(welcome.limits.requestsInFlight)
        case .handshaking, .ending, .closed: false
        }
    }

    /// Whether the socket should be read: TLS itself needs it at both ends of a session's life.
    package var readsSocket: Bool {
        switch state {
        case .handshaking, .closed: true
        case .awaitingHello, .established, .draining, .ending: takesFrames
        }
    }

    /// What is being waited for, if it may be waited for only so long.
    package func deadline(isInsideFrame: Bool) -> SessionDeadline? {
        switch state {
        case .handshaking, .closed: return nil
        case .awaitingHello: return .hello
        case .ending: return .flush
        case .established, .draining:
            guard isWritable else { return .write }
            if takesFrames, isInsideFrame { return .frame }
            return inFlight.isEmpty ? .idle : nil
        }
    }
}
