internal import NIOCore

extension TLSHandler {
    /// The user closes: what was flushed goes out, then the close_notify.
    func close(_ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        join(promise)
        encrypt(context)
        switch lifecycle.close() {
        case .now:
            writes.failAll(.closed)
            closeNow(context)
        case .sendCloseNotify:
            writes.failAll(.closed)
            connection?.sendCloseNotify()
            sendLast(context, thenClose: .output)
        case .wait:
            break
        }
    }

    /// The peer closes: its close_notify is answered.
    func peerClosed(_ context: ChannelHandlerContext) {
        encrypt(context)
        switch lifecycle.peerClosed() {
        case .now:
            closeNow(context)
        case .sendCloseNotify:
            writes.failAll(.closed)
            connection?.sendCloseNotify()
            sendLast(context, thenClose: .all)
        case .wait:
            break
        }
    }

    /// Reports the error, sends the alert if OpenSSL made one, and closes.
    func fail(_ context: ChannelHandlerContext, _ error: TLSError) {
        let refusal = refusal(error)
        guard lifecycle.fail() else { return closeNow(context) }
        timer?.cancel()
        writes.failAll(error)
        report(context, error, refusal)
        sendLast(context, thenClose: .output)
    }

    /// Reports the error and closes without a word.
    func abandon(_ context: ChannelHandlerContext, _ error: TLSError) {
        let refusal = refusal(error)
        if lifecycle.fail() {
            writes.failAll(error)
            report(context, error, refusal)
        }
        closeNow(context)
    }

    /// The peer will send nothing more; anything but a closed connection is an error.
    func inputEnded(_ context: ChannelHandlerContext) {
        let refusal = refusal(.handshakeFailed(reason: "the connection was dropped"))
        let error = lifecycle.inputEnded()
        finish(error ?? .closed)
        if let error { report(context, error, refusal) }
    }

    /// What is to be told of a failed handshake; nil before and after one.
    private func refusal(_ error: TLSError) -> HandshakeRefusal? {
        guard lifecycle.phase == .handshaking else { return nil }
        return HandshakeRefusal(
            reason: connection?.refusal ?? HandshakeRefusal.Reason(error), error: error,
            certificate: connection?.shownCertificate)
    }

    private func report(_ context: ChannelHandlerContext, _ error: TLSError, _ refusal: HandshakeRefusal?) {
        if let refusal { context.fireUserInboundEventTriggered(TLSEvent.handshakeRefused(refusal)) }
        context.fireErrorCaught(error)
    }

    /// Lets go of all that is held.
    func finish(_ error: TLSError) {
        timer?.cancel()
        timer = nil
        writes.failAll(error)
        inbound.removeAll()
        connection = nil
        let promise = closePromise
        closePromise = nil
        promise?.succeed()
    }

    func closeNow(_ context: ChannelHandlerContext) {
        timer?.cancel()
        let promise = closePromise
        closePromise = nil
        context.close(mode: .all, promise: promise)
    }

    /// Replaces the timer; the handler lives until it fires or is cancelled.
    func setTimer(_ context: ChannelHandlerContext, _ delay: TimeAmount, _ act: @escaping (TLSHandler) -> Void) {
        timer?.cancel()
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: delay) { act(self) }
    }

    /// Writes the last ciphertext (alert or close_notify) and then closes.
    ///
    /// Closing at once with unread input makes the system send a reset, which may overtake the alert:
    /// so `.output` closes our direction, and the rest follows when the peer closes or the wait is over.
    private func sendLast(_ context: ChannelHandlerContext, thenClose mode: CloseMode) {
        guard let bytes = connection?.takeOutput(context.channel.allocator) else { return closeNow(context) }
        setTimer(context, TLSLimits.closeWait) { $0.closeNow(context) }
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in
            guard self.connection != nil else { return }
            if mode == .all { self.closeNow(context) } else { context.close(mode: mode, promise: nil) }
        }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: written)
        context.read()
    }

    private func join(_ promise: EventLoopPromise<Void>?) {
        guard let promise else { return }
        if let first = closePromise {
            first.futureResult.cascade(to: promise)
        } else {
            closePromise = promise
        }
    }
}
