import NIOCore
import TamgaGallery
import TamgaIdentification
import TamgaWire

extension SessionHandler {
    func perform(_ actions: [SessionAction]) {
        for action in actions {
            switch action {
            case .raiseLimits(let limits): reader.limits = limits
            case .start(let requestID, let request, let caller, let terms, let bytes):
                start(requestID, request, caller, terms, bytes)
            case .stop(let requestID): stop(requestID)
            case .pong(let requestID, let payload):
                let pong = Pong(payload: payload, waits: environment.responder.waits)
                send(requestID, .pong(pong), .ping)
            case .send(let requestID, let answer, let kind): send(requestID, answer, kind)
            case .closeAfterFlush(let end): log.end = end
            case .close(let end): close(end)
            }
        }
    }

    private func start(
        _ requestID: UInt64, _ request: Request, _ caller: Caller, _ stated: StatedTerms, _ bytes: Int
    ) {
        guard let context else { return }
        let admission = environment.admission
        guard admission.admit(stated.requestClass, bytes: bytes) else {
            perform(machine.answered(requestID, .error(tooMuchToDo(stated.requestClass))))
            return
        }
        watch.begin(requestID, request.kind)
        let terms = begin(requestID, stated, context.eventLoop)
        let answer = environment.responder.respond(to: request, from: caller, on: terms, context.eventLoop)
        answer.assumeIsolated().whenComplete { result in
            admission.release(stated.requestClass, bytes: bytes)
            self.answered(requestID, result)
        }
    }

    /// The time of a request begins when all of it is there.
    private func begin(_ requestID: UInt64, _ stated: StatedTerms, _ loop: any EventLoop) -> RequestTerms {
        let stop = StopSignal()
        let responder = environment.responder
        let timer = stated.deadlineMilliseconds.map { milliseconds in
            loop.scheduleTask(in: .milliseconds(Int64(milliseconds))) {
                stop.raise(.expired)
                responder.releaseStopped()
            }
        }
        atWork.begin(requestID, stop, timer)
        let deadline = stated.deadlineMilliseconds.map {
            environment.clock.monotonicMicroseconds() + UInt64($0) * 1_000
        }
        return RequestTerms(urgency: Urgency(stated.requestClass), deadline: deadline, stop: stop)
    }

    private func stop(_ requestID: UInt64) {
        atWork.stop(requestID)
        environment.responder.releaseStopped()
    }

    /// The server has as much to do as it takes: when it may be tried again is what those before it will take.
    private func tooMuchToDo(_ requestClass: RequestClass) -> ErrorMessage {
        let wait = environment.responder.waits?[requestClass]
        return ErrorMessage(
            code: .tooManyRequests, message: "the server has as many requests as it takes", retryAfter: wait)
    }

    private func answered(_ requestID: UInt64, _ result: Result<Answer, any Error>) {
        atWork.finish(requestID)
        switch result {
        case .success(let answer): perform(machine.answered(requestID, answer))
        case .failure: perform(machine.answered(requestID, .error(.fault)))
        }
        advance()
    }

    private func send(_ requestID: UInt64, _ answer: Answer, _ kind: MessageKind?) {
        guard let context else { return }
        let start = watch.now
        let (bytes, error) = encode(requestID, answer, context.channel.allocator)
        if let kind { environment.metrics.count(kind, isRefused: error != nil) }
        watch.answered(requestID, kind, error, encodedSince: start, log)
        let count = bytes.readableBytes
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in self.left(count) }
        outboundBytes += count
        needsFlush = true
        context.write(wrapOutboundOut(bytes), promise: written)
        if outboundBytes > environment.limits.outboundBytes { perform(machine.outboundOverflowed()) }
    }

    /// An answer that is too long for a frame becomes an error, which never is.
    private func encode(
        _ requestID: UInt64, _ answer: Answer, _ allocator: ByteBufferAllocator
    ) -> (bytes: ByteBuffer, error: WireErrorCode?) {
        var buffer = allocator.buffer(capacity: 256)
        let limits = WireLimits.established(frameBytes: Int(environment.welcome.limits.frameBytes))
        do throws(WireError) {
            try answer.encode(requestID: requestID, limits: limits, into: &buffer)
            return (buffer, answer.errorCode)
        } catch {
            log.notEncoded(answer.kind, error)
            let message = error.code == .frameTooLarge ? ErrorMessage.answerTooLarge(limits) : .fault
            do throws(WireError) {
                try Answer.error(message).encode(requestID: requestID, limits: limits, into: &buffer)
            } catch { log.notEncoded(.error, error) }
            return (buffer, message.code)
        }
    }

    /// Bytes have reached the socket, or never will.
    private func left(_ count: Int) {
        outboundBytes -= count
        if outboundBytes == 0 { perform(machine.flushed()) }
        watchDeadline()
    }

    func flush() {
        if needsFlush {
            needsFlush = false
            context?.flush()
        }
        if outboundBytes == 0 { perform(machine.flushed()) }
    }

    private func close(_ end: SessionEnd) {
        log.end = end
        timer?.cancel()
        context?.close(promise: nil)
    }
}

extension Answer {
    /// Of an error.
    fileprivate var errorCode: WireErrorCode? {
        if case .error(let error) = self { error.code } else { nil }
    }
}

extension ErrorMessage {
    /// A fault of ours: the log says more.
    static let fault = ErrorMessage(code: .internal, message: "the request failed inside the server")

    static func answerTooLarge(_ limits: WireLimits) -> ErrorMessage {
        ErrorMessage(
            code: .limitExceeded, message: "the answer does not fit a frame",
            limit: "0..\(limits.largeBodyBytes) bytes")
    }
}
