package import TamgaWire

/// What the session's handler has to do, in order.
package enum SessionAction: Hashable, Sendable {
    /// From the next frame on these limits count.
    case raiseLimits(WireLimits)
    /// Let the request be worked on, to which the caller has the right; `bytes` is the length of its body.
    case start(requestID: UInt64, request: Request, caller: Caller, terms: StatedTerms, bytes: Int)
    /// Say that nobody wants the answer of a request in flight any more.
    case stop(requestID: UInt64)
    /// Answer a ping, with what there is to wait for now.
    case pong(requestID: UInt64, payload: [UInt8])
    /// Send an answer; `kind` is that of the request, nil where none was recognised.
    case send(requestID: UInt64, answer: Answer, kind: MessageKind?)
    /// Close once everything sent has left.
    case closeAfterFlush(SessionEnd)
    /// Close now.
    case close(SessionEnd)
}

/// What a request says of its terms, or what is taken where it says nothing.
package struct StatedTerms: Hashable, Sendable {
    package let requestClass: RequestClass
    /// From the request's arrival, milliseconds; nil: the answer is wanted whenever it comes.
    package let deadlineMilliseconds: UInt32?

    package init(_ requestClass: RequestClass, deadlineMilliseconds: UInt32? = nil) {
        (self.requestClass, self.deadlineMilliseconds) = (requestClass, deadlineMilliseconds)
    }
}

/// Why a session ended.
package enum SessionEnd: Hashable, Sendable {
    /// The peer closed or was lost.
    case peer
    /// An error that closes was sent.
    case refused(WireErrorCode)
    case timeout(SessionDeadline)
    /// The client did not take its answers.
    case slowReader
    /// The certificates and lists read anew no longer let the station in.
    case certificate
    /// The server went down in order.
    case shutdown
    /// The server went down and waited no longer.
    case aborted
}

extension SessionEnd: CustomStringConvertible {
    package var description: String {
        switch self {
        case .peer: "closed by the peer"
        case .refused(let code): "refused: \(code.name)"
        case .timeout(let deadline): "\(deadline) took too long"
        case .slowReader: "answers were not taken"
        case .certificate: "its certificate is no longer accepted"
        case .shutdown: "shutdown"
        case .aborted: "shutdown, the grace was over"
        }
    }
}

/// What a session may wait for only so long.
package enum SessionDeadline: Hashable, Sendable, CaseIterable {
    /// The hello.
    case hello
    /// The rest of a frame that has begun.
    case frame
    /// Anything at all.
    case idle
    /// Room in the socket buffer.
    case write
    /// The last answer to leave.
    case flush
}

extension SessionDeadline {
    /// Whether a frame that has come to its end begins the time anew.
    package var isRenewedByFrames: Bool { self == .idle || self == .frame }

    package func duration(_ limits: ServerLimits) -> Duration {
        switch self {
        case .hello: limits.helloTimeout
        case .frame: limits.frameTimeout
        case .idle: limits.idleTimeout
        case .write: limits.writeTimeout
        case .flush: limits.flushTimeout
        }
    }
}
