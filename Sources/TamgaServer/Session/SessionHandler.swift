package import NIOCore
import TamgaTLS
import TamgaWire

/// The I/O of a session: bytes to frames, the machine's actions to calls, and its deadlines to timers.
///
/// Stands right above the TLS handler. The rules are in ``SessionMachine``.
package final class SessionHandler: ChannelDuplexHandler {
    package typealias InboundIn = ByteBuffer
    package typealias InboundOut = Never
    package typealias OutboundIn = Never
    package typealias OutboundOut = ByteBuffer

    let environment: SessionEnvironment
    var machine: SessionMachine
    var reader = FrameReader(direction: .requests)
    var context: ChannelHandlerContext?
    /// Bytes written that have not reached the socket.
    var outboundBytes = 0
    var needsFlush = false
    var atWork = RequestsAtWork()
    /// The certificate whose seat the connection has.
    private var seat: [UInt8]?
    var log: SessionLog
    var watch: RequestWatch
    var clock = DeadlineClock()
    var timer: Scheduled<Void>?
    var timerDue = NIODeadline.distantFuture
    private var address: SocketAddress?
    private var isRefused = false
    private var isTakingFrames = false
    private var isReadWanted = false

    package init(_ environment: SessionEnvironment) {
        self.environment = environment
        machine = SessionMachine(welcome: environment.welcome)
        log = SessionLog(environment)
        watch = RequestWatch(environment)
    }

    package func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        address = context.remoteAddress
    }

    package func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        timer?.cancel()
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard machine.state != .closed else { return }
        reader.append(unwrapInboundIn(data))
        advance()
    }

    package func channelInactive(context: ChannelHandlerContext) {
        machine.connectionLost()
        timer?.cancel()
        giveUp()
        if let seat { environment.seats.leave(seat) }
        seat = nil
        watch.end(log)
        log.closed()
        context.fireChannelInactive()
    }

    package func channelWritabilityChanged(context: ChannelHandlerContext) {
        machine.writabilityChanged(context.channel.isWritable)
        advance()
        context.fireChannelWritabilityChanged()
    }

    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted(let peer) = event as? TLSEvent {
            let standing = Standing(peer)
            log.opened(peer, standing)
            machine.handshakeCompleted(standing, hasSeat: takeSeat(peer.sha256Fingerprint))
            advance()
        } else if case .handshakeRefused(let refusal) = event as? TLSEvent {
            refused(refusal)
        } else if case .peerRefused(let error) = event as? TLSEvent {
            perform(machine.dismiss("\(error)"))
            advance()
        } else if let command = event as? SessionCommand {
            perform(command == .drain ? machine.drain() : machine.abort())
            advance()
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// While the connection is there: it has no address any more when it has been dropped.
    package func channelActive(context: ChannelHandlerContext) {
        address = context.remoteAddress
        context.fireChannelActive()
    }

    package func errorCaught(context: ChannelHandlerContext, error: any Error) {
        log.failed(error)
        if log.isOpen {
            environment.metrics.observation?.failed(error)
        } else if !isRefused {
            // Below TLS: the system says that the connection is gone.
            refused(HandshakeRefusal(reason: .dropped, error: .handshakeFailed(reason: "\(error)")))
        }
        // The TLS handler closes by itself, in its own order, after its own errors.
        if !(error is TLSError) { context.close(promise: nil) }
    }

    /// Counted and told once, whatever else comes of it.
    private func refused(_ refusal: HandshakeRefusal) {
        guard !isRefused else { return }
        isRefused = true
        log.refused(refusal, address: address)
        environment.metrics.observation?.tlsFailed(refusal.reason.rawValue)
    }

    private func takeSeat(_ certificate: [UInt8]) -> Bool {
        guard environment.seats.take(certificate) else { return false }
        seat = certificate
        return true
    }

    /// Nobody is there any more to take the answers of what is in flight.
    private func giveUp() {
        guard !atWork.isEmpty else { return }
        atWork.stopAll()
        environment.responder.releaseStopped()
    }

    /// The one place where reading is held back: a read that is asked for while the session takes no frame waits.
    package func read(context: ChannelHandlerContext) {
        if machine.readsSocket { context.read() } else { isReadWanted = true }
    }
}

extension SessionHandler {
    /// Takes the frames that are there, as far as the machine lets it, and settles what follows from that.
    func advance() {
        guard !isTakingFrames else { return }
        isTakingFrames = true
        takeFrames()
        isTakingFrames = false
        flush()
        resumeReading()
        watchDeadline()
    }

    private func takeFrames() {
        while machine.takesFrames {
            do throws(FrameRefusal) {
                guard let event = try reader.next() else { return }
                clock.renew()
                perform(machine.receive(event))
            } catch {
                perform(machine.receive(unreadable: error))
            }
        }
    }

    private func resumeReading() {
        guard isReadWanted, machine.readsSocket else { return }
        isReadWanted = false
        context?.read()
    }
}
