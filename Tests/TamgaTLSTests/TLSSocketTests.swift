import NIOCore
import NIOPosix
import TamgaTLS
import Testing

/// The same over real sockets, where closing too early would lose the last words.
@Suite struct TLSSocketTests {
    @Test func echoAndOrderlyClose() async throws {
        try await EchoListener.run { port in
            let (channel, reply) = try await connect(port, try TestContext.client())
            try await channel.writeAndFlush(ByteBuffer(string: "over a socket"))
            let text = try await reply.get()
            #expect(text == "over a socket")
            try await channel.close()
        }
    }

    @Test(arguments: [true, false]) func refusedClientHearsWhy(hasCertificate: Bool) async throws {
        let context =
            hasCertificate
            ? try TestContext.client("other-station") : try TestContext.client(weakened: .noCertificate)
        let words = hasCertificate ? "tlsv1 alert unknown ca" : "tlsv13 alert certificate required"
        try await EchoListener.run { port in
            for _ in 0..<20 {
                let (channel, reply) = try await connect(port, context)
                // Sent early on purpose: unread bytes at the server must not cost the client the alert.
                channel.writeAndFlush(ByteBuffer(repeating: 7, count: 100_000), promise: nil)
                await #expect(throws: TLSError.handshakeFailed(reason: words)) { try await reply.get() }
                try await channel.closeFuture.get()
            }
        }
    }

    @Test func commandLineClientIsHeldToTheRules() async throws {
        let certificates = try TestCertificates.shared.get()
        let trusted = [
            "-CAfile", certificates.path("ca.pem"), "-verify_return_error", "-cert", certificates.path("station.pem"),
            "-key", certificates.path("station.key"),
        ]
        try await EchoListener.run { port in
            let base = ["s_client", "-connect", "127.0.0.1:\(port)"] + trusted
            let tamga = ["-alpn", "tamga/1"]
            let cases = [(["-tls1_3"] + tamga, true), (["-tls1_2"] + tamga, false)]
            for (options, accepted) in cases + [(["-tls1_3", "-alpn", "h2"], false), (["-tls1_3"], false)] {
                let status = try TestCertificates.run("/usr/bin/openssl", base + options)
                #expect((status == 0) == accepted, "\(options)")
            }
        }
    }

    private func connect(_ port: Int, _ context: TLSContext) async throws -> (any Channel, EventLoopFuture<String>) {
        let group = MultiThreadedEventLoopGroup.singleton
        let reply = group.next().makePromise(of: String.self)
        let channel = try await ClientBootstrap(group: group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let tls = TLSHandler(
                        context: context, expectedServerName: "127.0.0.1", handshakeTimeout: .seconds(30))
                    try channel.pipeline.syncOperations.addHandlers(tls, FirstReply(reply))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return (channel, reply.futureResult)
    }
}

/// Completes a promise with the first bytes, the first error, or the end, whichever comes first.
private final class FirstReply: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let promise: EventLoopPromise<String>
    private var isDone = false

    init(_ promise: EventLoopPromise<String>) {
        self.promise = promise
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        complete(.success(String(buffer: unwrapInboundIn(data))))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        complete(.failure(error))
    }

    func channelInactive(context: ChannelHandlerContext) {
        complete(.failure(TLSError.closed))
    }

    private func complete(_ result: Result<String, any Error>) {
        guard !isDone else { return }
        isDone = true
        promise.completeWith(result)
    }
}
