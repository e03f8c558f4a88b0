import NIOCore
import NIOPosix
import TamgaTLS
import TamgaWire

/// A client of the tests: sends what it is told, good or bad, and hands out what comes back, in order.
final class Station: Sendable {
    enum Received: Hashable, Sendable {
        case answer(UInt64, Answer)
        case closed
    }

    let channel: any Channel
    private let inbox: NIOLoopBound<Inbox>

    private init(_ channel: any Channel, _ inbox: NIOLoopBound<Inbox>) {
        self.channel = channel
        self.inbox = inbox
    }

    /// Connects, without a hello.
    static func connect(port: Int, _ tls: TLSContext) async throws -> Station {
        let group = MultiThreadedEventLoopGroup.singleton
        let made = group.next().makePromise(of: NIOLoopBound<Inbox>.self)
        let channel = try await ClientBootstrap(group: group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let inbox = Inbox(channel.eventLoop)
                    made.succeed(NIOLoopBound(inbox, eventLoop: channel.eventLoop))
                    try channel.pipeline.syncOperations.addHandlers(
                        TLSHandler(
                            context: tls, expectedServerName: "localhost", handshakeTimeout: .seconds(30)), inbox)
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return Station(channel, try await made.futureResult.get())
    }

    func send(_ request: Request, _ requestID: UInt64) async throws { try await send(bytes(request, requestID)) }

    func send(_ bytes: ByteBuffer) async throws { try await channel.writeAndFlush(bytes) }

    func next() async throws -> Received {
        try await channel.eventLoop.flatSubmit { self.inbox.value.next() }.get()
    }

    /// The next answer; what else comes is an error.
    func answer() async throws -> (id: UInt64, answer: Answer) {
        guard case .answer(let id, let answer) = try await next() else { throw Failure("closed by the server") }
        return (id, answer)
    }

    func ask(_ request: Request, _ requestID: UInt64) async throws -> Answer {
        try await send(request, requestID)
        let (id, answer) = try await answer()
        guard id == requestID else { throw Failure("answer \(id) to request \(requestID)") }
        return answer
    }

    /// Drops the connection without a close_notify, as a program that is killed.
    func vanish() async throws {
        channel.eventLoop.execute { self.inbox.value.drop() }
        try await channel.closeFuture.get()
    }
}

/// Lives on the channel's loop.
private final class Inbox: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var reader = FrameReader(direction: .answers, limits: .established)
    private var received = CircularBuffer<Station.Received>()
    private var waiting: (promise: EventLoopPromise<Station.Received>, timeout: Scheduled<Void>)?
    private var context: ChannelHandlerContext?
    private var isClosed = false
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }
    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        reader.append(unwrapInboundIn(data))
        do {
            while case .frame(let frame)? = try reader.next() {
                deliver(.answer(frame.requestID, try Answer(frame)))
            }
        } catch {
            context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        isClosed = true
        deliver(.closed)
    }


    func errorCaught(context: ChannelHandlerContext, error: any Error) {}

    private func deliver(_ item: Station.Received) {
        guard let waiting else { return received.append(item) }
        self.waiting = nil
        waiting.timeout.cancel()
        waiting.promise.succeed(item)
    }

    func next() -> EventLoopFuture<Station.Received> {
        if let item = received.popFirst() { return loop.makeSucceededFuture(item) }
        if isClosed { return loop.makeSucceededFuture(.closed) }
        let promise = loop.makePromise(of: Station.Received.self)
        let timeout = loop.assumeIsolated().scheduleTask(in: .seconds(30)) {
            self.waiting = nil
            promise.fail(Failure("no answer in 30 seconds"))
        }
        waiting = (promise, timeout)
        return promise.futureResult
    }

    /// Goes around the TLS handler, so that no close_notify is sent.
    func drop() {
        guard let pipeline = context?.pipeline else { return }
        guard let tls = try? pipeline.syncOperations.handler(type: TLSHandler.self),
            let context = try? pipeline.syncOperations.context(handler: tls)
        else { return }
        context.close(promise: nil)
    }
}
