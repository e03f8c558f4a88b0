public import NIOCore

/// The third of three jobs, the pipeline: plaintext above, TLS records below.
///
/// Fires `TLSEvent.handshakeCompleted` once, before the first byte, or `handshakeRefused`. Answers a ``TLSReview``
/// with `TLSEvent.peerRefused` where the peer would not be let in any more. Fires `errorCaught` with a `TLSError` and
/// closes when the handshake fails or takes too long, when the peer breaks the protocol, sends an alert or drops
/// the connection without a close_notify. `close()` sends a close_notify and waits for the peer's, for a bounded
/// time; a peer's close_notify is answered and the channel closed. Closing one direction alone is not supported.
///
/// What is written before the handshake is complete is held back, within `TLSLimits.writesBeforeHandshakeBytes`.
/// Not reading is respected, except for what the handshake and closing need.
public final class TLSHandler: ChannelDuplexHandler {
    /// Ciphertext from the peer.
    public typealias InboundIn = ByteBuffer
    /// Plaintext for the handlers above.
    public typealias InboundOut = ByteBuffer
    /// Plaintext from the handlers above.
    public typealias OutboundIn = ByteBuffer
    /// Ciphertext for the peer.
    public typealias OutboundOut = ByteBuffer

    private let tls: TLSContext
    private let expectedServerName: String?
    private let handshakeTimeout: TimeAmount

    var lifecycle = TLSLifecycle()
    var connection: TLSConnection?
    var writes = TLSWriteQueue()
    var timer: Scheduled<Void>?
    var closePromise: EventLoopPromise<Void>?
    /// Ciphertext not yet decrypted; more than one only when a handler above causes a read within a read.
    var inbound = CircularBuffer<ByteBuffer>(initialCapacity: 2)
    var isDecrypting = false
    /// Whether plaintext went up since the last read was complete.
    var hasDelivered = false
    /// See `TLSLimits.answerBytes`.
    var answeredBytes = 0
    /// See `TLSLimits.handshakeBytes`.
    var handshakeBytes = 0
    /// Rules that changed while the handshake was under way, to be looked at when it is done.
    var review: TLSReview?
    /// What a client of a test comes back with.
    package var resumption: TLSSession?

    /// A handler for one connection; it begins when the channel is active.
    ///
    /// A client checks the server's certificate against `expectedServerName`, a host name or an address, and
    /// fails with `TLSError.serverNameInvalid` without one; a server ignores it.
    public init(context: TLSContext, expectedServerName: String?, handshakeTimeout: TimeAmount) {
        tls = context
        self.expectedServerName = expectedServerName
        self.handshakeTimeout = handshakeTimeout
    }

    /// Starts the handshake where the channel is active already.
    public func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { start(context) }
    }

    /// Fails what is still held.
    public func handlerRemoved(context: ChannelHandlerContext) {
        _ = lifecycle.inputEnded()
        finish(.closed)
    }

    /// Starts the handshake.
    public func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        start(context)
    }

    /// Tells truncation from an orderly end.
    public func channelInactive(context: ChannelHandlerContext) {
        inputEnded(context)
        context.fireChannelInactive()
    }

    /// Takes the end of input of a half-closed channel for the end of the connection.
    public func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? ChannelEvent, event == .inputClosed {
            inputEnded(context)
            closeNow(context)
        }
        if let review = event as? TLSReview { self.review(context, review) }
        context.fireUserInboundEventTriggered(event)
    }

    /// Decrypts; may be called from within itself.
    public func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        inbound.append(unwrapInboundIn(data))
        guard !isDecrypting else { return }
        isDecrypting = true
        defer { isDecrypting = false }
        while let ciphertext = inbound.popFirst() { decrypt(ciphertext, context) }
    }

    /// Asks for more where nothing went up, or where TLS itself needs it.
    public func channelReadComplete(context: ChannelHandlerContext) {
        let satisfied = hasDelivered
        hasDelivered = false
        context.fireChannelReadComplete()
        if !satisfied || lifecycle.wantsInput { context.read() }
    }

    /// Holds the write until the flush, and until the handshake is complete.
    public func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard lifecycle.acceptsWrites else {
            promise?.fail(TLSError.closed)
            return
        }
        writes.append(unwrapOutboundIn(data), promise: promise)
        if lifecycle.holdsWrites, writes.byteCount > TLSLimits.writesBeforeHandshakeBytes {
            fail(context, .writeLimitExceeded(limitBytes: TLSLimits.writesBeforeHandshakeBytes))
        }
    }

    /// Encrypts and sends all writes so far, or marks them to be sent after the handshake.
    public func flush(context: ChannelHandlerContext) {
        writes.mark()
        encrypt(context)
        context.flush()
    }

    /// Sends a close_notify, then closes; `mode` must be `.all`.
    public func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .all else {
            promise?.fail(ChannelError.operationUnsupported)
            return
        }
        close(context, promise)
    }

    /// Acts on `TLSCommand`, passes on the rest.
    public func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        guard case .updateKeys = event as? TLSCommand else {
            context.triggerUserOutboundEvent(event, promise: promise)
            return
        }
        updateKeys(context, promise)
    }

    private func start(_ context: ChannelHandlerContext) {
        guard lifecycle.start() else { return }
        do throws(TLSError) {
            let connection = try TLSConnection(tls, expectedServerName: expectedServerName)
            self.connection = connection
            if let resumption { connection.resume(resumption) }
            setTimer(context, handshakeTimeout) { $0.abandon(context, .handshakeTimeout) }
            _ = shakeHands(context, connection)
            context.read()
        } catch {
            fail(context, error)
        }
    }
}
