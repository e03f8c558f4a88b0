internal import NIOCore

extension TLSHandler {
    /// Gives ciphertext to the connection piece by piece and acts on what comes out.
    func decrypt(_ ciphertext: ByteBuffer, _ context: ChannelHandlerContext) {
        var ciphertext = ciphertext
        while ciphertext.readableBytes > 0, lifecycle.decrypts, let connection {
            let before = ciphertext.readableBytes
            guard connection.feed(&ciphertext, limit: TLSLimits.inputChunkBytes) else {
                return fail(context, .openSSLFailed(reason: "out of memory"))
            }
            handshakeBytes += lifecycle.phase == .handshaking ? before - ciphertext.readableBytes : 0
            if lifecycle.phase == .handshaking, !shakeHands(context, connection) {
                guard handshakeBytes <= TLSLimits.handshakeBytes else {
                    return fail(context, .protocolViolation(reason: "too many bytes before the handshake was complete"))
                }
                continue
            }
            deliver(context, connection)
            answer(context, connection)
        }
    }

    /// Takes the handshake further; true when it has just been completed.
    func shakeHands(_ context: ChannelHandlerContext, _ connection: TLSConnection) -> Bool {
        do throws(TLSError) {
            let done = try connection.handshake()
            let peer = done ? try connection.verifiedPeer() : nil
            if done, let review { try connection.judge(by: review.context) }
            send(context, connection)
            guard let peer, lifecycle.handshakeDone() else { return false }
            timer?.cancel()
            context.fireUserInboundEventTriggered(TLSEvent.handshakeCompleted(peer))
            encrypt(context)
            context.flush()
            return true
        } catch {
            fail(context, error)
            return false
        }
    }

    /// Rules have changed: a peer in the middle of its handshake is judged by them at its end, too.
    func review(_ context: ChannelHandlerContext, _ review: TLSReview) {
        switch lifecycle.phase {
        case .idle, .handshaking: self.review = review
        case .open:
            guard let connection else { return }
            do throws(TLSError) { try connection.judge(by: review.context) } catch {
                context.fireUserInboundEventTriggered(TLSEvent.peerRefused(error))
            }
        case .closing, .lingering, .closed: break
        }
    }

    /// What the peer has given to come back with, for a client of a test; nil as long as it has given nothing.
    package func session() -> TLSSession? { connection?.session() }

    /// Whether the session of an earlier connection was taken up.
    package var isResumed: Bool { connection?.isResumed ?? false }

    /// Sends plaintext up until the input is used up.
    private func deliver(_ context: ChannelHandlerContext, _ connection: TLSConnection) {
        while lifecycle.phase == .open || lifecycle.phase == .closing {
            let room = min(connection.readable, TLSLimits.readBatchBytes)
            var plaintext = context.channel.allocator.buffer(capacity: room)
            let end = connection.read(into: &plaintext, limit: TLSLimits.readBatchBytes)
            if plaintext.readableBytes > 0, lifecycle.phase == .open {
                hasDelivered = true
                context.fireChannelRead(wrapInboundOut(plaintext))
            }
            switch end {
            case .full: continue
            case .drained: return
            case .closed: return peerClosed(context)
            case .failed(let error): return fail(context, error)
            }
        }
    }

    /// Sends what reading made. A peer that asks for key updates and reads no answer must not make them pile up.
    private func answer(_ context: ChannelHandlerContext, _ connection: TLSConnection) {
        guard lifecycle.phase == .open else { return }
        answeredBytes += send(context, connection)
        if answeredBytes > TLSLimits.answerBytes {
            fail(context, .protocolViolation(reason: "too many key updates"))
        }
    }

    /// Sends what the connection has made; returns how many bytes.
    @discardableResult
    private func send(_ context: ChannelHandlerContext, _ connection: TLSConnection) -> Int {
        guard let bytes = connection.takeOutput(context.channel.allocator) else { return 0 }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        return bytes.readableBytes
    }

    /// Changes this side's keys and asks the peer to change its own.
    func updateKeys(_ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        guard lifecycle.phase == .open, let connection, connection.updateKeys() else {
            promise?.fail(TLSError.closed)
            return
        }
        send(context, connection)
        promise?.succeed()
    }

    /// Encrypts and writes all that has been flushed. Each batch is handed on before the next is begun,
    /// so that a call from within a call (a writability change) keeps the order.
    func encrypt(_ context: ChannelHandlerContext) {
        let allocator = context.channel.allocator
        while lifecycle.phase == .open, let connection,
            let batch = writes.nextBatch(limit: TLSLimits.writeBatchBytes, allocator: allocator)
        {
            do throws(TLSError) {
                try connection.write(batch.bytes)
            } catch {
                batch.promise?.fail(error)
                return fail(context, error)
            }
            let ciphertext = connection.takeOutput(allocator) ?? ByteBuffer()
            context.write(wrapOutboundOut(ciphertext), promise: batch.promise)
        }
    }
}
