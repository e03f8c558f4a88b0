import NIOCore
package import TamgaWire

extension SessionMachine {
    /// TLS is established with a client whose certificate was verified.
    ///
    /// - Parameter hasSeat: whether its certificate has no more connections than it may.
    package mutating func handshakeCompleted(_ standing: Standing, hasSeat: Bool = true) {
        guard state == .handshaking else { return }
        (self.standing, self.hasSeat) = (standing, hasSeat)
        state = .awaitingHello
    }

    /// A frame, or the refusal of one that the stream goes on after.
    package mutating func receive(_ event: FrameEvent) -> [SessionAction] {
        switch (state, event) {
        case (.awaitingHello, .frame(let frame)) where frame.kind == .hello: return hello(frame)
        case (.awaitingHello, .frame(let frame)): return helloRequired(frame.requestID, frame.kind)
        case (.awaitingHello, .refused(let refusal)): return helloRequired(refusal.requestID, nil)
        case (.established, .frame(let frame)), (.draining, .frame(let frame)): return request(frame)
        case (.established, .refused(let refusal)), (.draining, .refused(let refusal)):
            return [Self.send(refusal.error, refusal.requestID, nil)]
        case (.handshaking, _), (.ending, _), (.closed, _): return []
        }
    }

    /// Bytes that are no frame: the stream has no further border.
    package mutating func receive(unreadable refusal: FrameRefusal) -> [SessionAction] {
        switch state {
        case .awaitingHello, .established, .draining: refuse(refusal.error, refusal.requestID, nil)
        case .handshaking, .ending, .closed: []
        }
    }

    /// The answer of a request in flight; where there is none of that id (any more), it is dropped.
    package mutating func answered(_ requestID: UInt64, _ answer: Answer) -> [SessionAction] {
        guard let kind = inFlight.removeValue(forKey: requestID) else { return [] }
        let sending = [SessionAction.send(requestID: requestID, answer: answer, kind: kind)]
        return sending + (state == .draining && inFlight.isEmpty ? endOfDraining() : [])
    }
}

extension SessionMachine {
    private mutating func hello(_ frame: Frame) -> [SessionAction] {
        if case .refused(let reason) = standing {
            return [Self.send(.certificateRefused(reason), frame.requestID, .hello)] + end(.refused(.denied))
        }
        guard hasSeat else { return refuse(.noSeat(welcome.limits), frame.requestID, .hello) }
        do throws(WireError) {
            guard case .hello(let hello) = try Request(frame) else { return helloRequired(frame.requestID, frame.kind) }
            var welcome = welcome.naming(standing)
            welcome.version = try hello.chosenVersion()
            state = .established
            return [
                .raiseLimits(.established(frameBytes: Int(welcome.limits.frameBytes))),
                .send(requestID: frame.requestID, answer: .welcome(welcome), kind: .hello),
            ]
        } catch {
            return refuse(error, frame.requestID, .hello)
        }
    }

    private mutating func helloRequired(_ requestID: UInt64, _ kind: MessageKind?) -> [SessionAction] {
        refuse(WireError(.helloRequired, field: "kind", message: "the first frame has to be a hello"), requestID, kind)
    }

    private mutating func request(_ frame: Frame) -> [SessionAction] {
        if frame.kind == .hello {
            return refuse(
                WireError(.unexpectedHello, field: "kind", message: "the hello was answered already"),
                frame.requestID, .hello)
        }
        if inFlight[frame.requestID] != nil {
            return refuse(
                WireError(.duplicateRequestID, field: "request id", message: "a request of this id is in flight"),
                0, frame.kind)
        }
        guard state == .established else {
            return [Self.send(.shuttingDown, frame.requestID, frame.kind)]
        }
        return begin(frame)
    }

    private mutating func begin(_ frame: Frame) -> [SessionAction] {
        do throws(WireError) {
            // Before the body is looked at: it is nothing to who may not ask.
            guard let right = frame.kind.requiredRight else { return try answeredHere(frame) }
            let caller = try standing.caller(with: right)
            let (request, options) = try Request.read(frame)
            try request.check(welcome.limits)
            let requestClass = try caller.requestClass(options.requestClass, of: frame.kind)
            inFlight[frame.requestID] = frame.kind
            return [
                .start(
                    requestID: frame.requestID, request: request, caller: caller,
                    terms: StatedTerms(requestClass, deadlineMilliseconds: options.deadlineMilliseconds),
                    bytes: frame.body.readableBytes)
            ]
        } catch {
            return [Self.send(error, frame.requestID, frame.kind)]
        }
    }

    /// Requests that need no right besides the hello, which was answered.
    private func answeredHere(_ frame: Frame) throws(WireError) -> [SessionAction] {
        switch try Request(frame) {
        case .ping(let ping): return [.pong(requestID: frame.requestID, payload: ping.payload)]
        case .cancel(let cancel):
            let isFound = inFlight[cancel.request] != nil
            let answer = SessionAction.send(
                requestID: frame.requestID, answer: .cancelled(Cancelled(isFound: isFound)), kind: .cancel)
            return isFound ? [.stop(requestID: cancel.request), answer] : [answer]
        default: throw .deniedToAll
        }
    }

    /// Sends an error, after which the connection goes on only where its code says so.
    private mutating func refuse(
        _ error: WireError, _ requestID: UInt64, _ kind: MessageKind?
    ) -> [SessionAction] {
        let sending = Self.send(error, requestID, kind)
        return error.code.closesConnection ? [sending] + end(.refused(error.code)) : [sending]
    }

    static func send(_ error: WireError, _ requestID: UInt64, _ kind: MessageKind?) -> SessionAction {
        .send(requestID: requestID, answer: .error(ErrorMessage(error)), kind: kind)
    }
}

extension WireError {
    static let shuttingDown = WireError(.shuttingDown, message: "the server is going down")

    static func noSeat(_ limits: SessionLimits) -> WireError {
        WireError(
            .tooManyConnections, field: "certificate", limit: limits.connectionsPerCertificate.map { "\($0)" },
            message: "this certificate has as many connections as it may")
    }
}
