import NIOCore
import TamgaWire

extension SessionHandler {
    func perform(_ actions: [SessionAction]) {
        for action in actions {
            switch action {
            case .raiseLimits(let limits): reader.limits = limits
            case .start(let requestID, let request, let caller, let bytes): start(requestID, request, caller, bytes)
            case .send(let requestID, let answer, let kind): send(requestID, answer, kind)
            case .closeAfterFlush(let end): log.end = end
            case .close(let end): close(end)
            }
        }
    }

    private func start(_ requestID: UInt64, _ request: Request, _ caller: Caller, _ bytes: Int) {
        guard let context else { return }
        let admission = environment.admission
        guard admission.admit(bytes: bytes) else {
            perform(machine.answered(requestID, .error(ErrorMessage(.tooManyRequests))))
            return
        }
        let answer = environment.responder.respond(to: request, from: caller, on: context.eventLoop)
        answer.assumeIsolated().whenComplete { result in
            admission.release(bytes: bytes)
            self.answered(requestID, result)
        }
    }

    private func answered(_ requestID: UInt64, _ result: Result<Answer, any Error>) {
        switch result {
        case .success(let answer): perform(machine.answered(requestID, answer))
        case .failure: perform(machine.answered(requestID, .error(.fault)))
        }
        advance()
    }

    private func send(_ requestID: UInt64, _ answer: Answer, _ kind: MessageKind?) {
        guard let context else { return }
        let (bytes, isError) = encode(requestID, answer, context.channel.allocator)
        if let kind { environment.metrics.count(kind, isRefused: isError) }
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
    ) -> (bytes: ByteBuffer, isError: Bool) {
        var buffer = allocator.buffer(capacity: 256)
        let limits = WireLimits.established(frameBytes: Int(environment.welcome.limits.frameBytes))
        do throws(WireError) {
            try answer.encode(requestID: requestID, limits: limits, into: &buffer)
            return (buffer, answer.kind == .error)
        } catch {
            log.notEncoded(answer.kind, error)
            let message = error.code == .frameTooLarge ? ErrorMessage.answerTooLarge(limits) : .fault
            do throws(WireError) {
                try Answer.error(message).encode(requestID: requestID, limits: limits, into: &buffer)
            } catch { log.notEncoded(.error, error) }
            return (buffer, true)
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

extension ErrorMessage {
    /// A fault of ours: the log says more.
    static let fault = ErrorMessage(code: .internal, message: "the request failed inside the server")

    static func answerTooLarge(_ limits: WireLimits) -> ErrorMessage {
        ErrorMessage(
            code: .limitExceeded, message: "the answer does not fit a frame",
            limit: "0..\(limits.largeBodyBytes) bytes")
    }
}
