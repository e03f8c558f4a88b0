/// The states of a connection as a value: it says what to do, the handler does it.
package struct TLSLifecycle: Equatable {
    /// Where a connection is.
    package enum Phase: Equatable {
        /// Before the channel is active.
        case idle
        /// No application byte goes either way.
        case handshaking
        /// Application bytes go both ways.
        case open
        /// Our close_notify is sent; the peer's is awaited, its data is thrown away.
        case closing
        /// Our last word is sent; whatever still arrives is thrown away.
        case lingering
        /// Nothing more happens.
        case closed
    }

    /// What closing asks for.
    package enum Close: Equatable {
        /// Send a close_notify and wait for the peer.
        case sendCloseNotify
        /// It is under way.
        case wait
        /// Close the channel.
        case now
    }

    /// Where this connection is.
    package private(set) var phase = Phase.idle

    /// A connection whose channel is not yet active.
    package init() {}

    /// Whether writes are held back rather than sent or refused.
    package var holdsWrites: Bool { phase == .idle || phase == .handshaking }

    /// Whether a write is taken at all.
    package var acceptsWrites: Bool { holdsWrites || phase == .open }

    /// Whether input is still given to OpenSSL.
    package var decrypts: Bool { phase == .handshaking || phase == .open || phase == .closing }

    /// Whether the peer's bytes are asked for on our own account, whoever above may not want any.
    package var wantsInput: Bool { phase == .handshaking || phase == .closing || phase == .lingering }

    /// True when the handshake shall start now.
    package mutating func start() -> Bool {
        guard phase == .idle else { return false }
        phase = .handshaking
        return true
    }

    /// True when the connection is open from now on.
    package mutating func handshakeDone() -> Bool {
        guard phase == .handshaking else { return false }
        phase = .open
        return true
    }

    /// The error shall be reported and the connection closed; false when it is over already.
    package mutating func fail() -> Bool {
        switch phase {
        case .idle, .handshaking, .open:
            phase = .lingering
            return true
        case .closing:
            phase = .lingering
            return false
        case .lingering, .closed:
            return false
        }
    }

    /// The user of the channel closes it.
    package mutating func close() -> Close {
        switch phase {
        case .idle, .handshaking, .closed:
            phase = .closed
            return .now
        case .open:
            phase = .closing
            return .sendCloseNotify
        case .closing, .lingering:
            return .wait
        }
    }

    /// The peer's close_notify has come.
    package mutating func peerClosed() -> Close {
        guard phase == .open else {
            phase = .closed
            return .now
        }
        phase = .lingering
        return .sendCloseNotify
    }

    /// No more input will come; the error to report, if this is not the end it should be.
    package mutating func inputEnded() -> TLSError? {
        defer { phase = .closed }
        switch phase {
        case .handshaking: return .handshakeFailed(reason: "the connection was dropped")
        case .open: return .truncated
        case .idle, .closing, .lingering, .closed: return nil
        }
    }
}
