import NIOCore
import NIOPosix
import Synchronization
import TamgaTLS

/// Sends back what it is sent, over real TLS on a port of the loopback.
enum EchoListener {
    /// Runs as long as the body, which is given the port.
    ///
    /// - Parameter context: what each new connection gets; nil for the usual one.
    static func run(
        _ context: (@Sendable () -> TLSContext)? = nil, watching watch: RefusalKeeper = RefusalKeeper(),
        _ body: (Int) async throws -> Void
    ) async throws {
        let usual = try TestContext.server()
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let tls = TLSHandler(
                        context: context?() ?? usual, expectedServerName: nil, handshakeTimeout: .seconds(30))
                    try channel.pipeline.syncOperations.addHandlers(tls, Echo(watch))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            try await body(listener.localAddress?.port ?? 0)
        } catch {
            try await listener.close()
            throw error
        }
        try await listener.close()
    }
}

/// The reasons of refused handshakes, in order.
final class RefusalKeeper: Sendable {
    private let kept = Mutex<[HandshakeRefusal.Reason]>([])

    var reasons: [HandshakeRefusal.Reason] { kept.withLock { $0 } }

    func keep(_ reason: HandshakeRefusal.Reason) { kept.withLock { $0.append(reason) } }
}

private final class Echo: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let watch: RefusalKeeper

    init(_ watch: RefusalKeeper) { self.watch = watch }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        context.writeAndFlush(data, promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeRefused(let refusal) = event as? TLSEvent { watch.keep(refusal.reason) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {}
}
