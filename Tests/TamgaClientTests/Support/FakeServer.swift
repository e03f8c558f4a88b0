import NIOCore
import NIOPosix
import TamgaTLS
import TamgaWire

/// What a scripted server does next.
enum Reply: Sendable {
    case answer(Answer, UInt64)
    /// Bytes inside TLS, whatever they are.
    case bytes(ByteBuffer)
    /// Close with a close_notify.
    case close
    /// Drop the TCP connection without a word.
    case drop
}

/// A server on the loopback that answers by a script: one for each connection.
struct FakeServer {
    /// What one connection answers to each request.
    struct Script {
        let replies: (Request, UInt64) -> [Reply]
    }
    typealias Factory = @Sendable () -> Script

    /// Answers the hello, and then whatever the body says.
    static func greeting(
        requestsInFlight: UInt16 = 64, _ body: @escaping (Request, UInt64) -> [Reply]
    ) -> Script {
        Script { request, id in
            if case .hello = request {
                return [.answer(.welcome(Example.welcome(requestsInFlight: requestsInFlight)), id)]
            }
            return body(request, id)
        }
    }

    /// Runs a server for as long as the body does; nil makes a listener that does not speak TLS.
    static func run<Value>(
        _ script: Factory?, _ body: (Int) async throws -> Value
    ) async throws -> Value {
        let context = try TLSContext(role: .server, files: TestCertificates.shared.get().files("server"))
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let script else {
                        return try channel.pipeline.syncOperations.addHandler(PlainHandler())
                    }
                    let tls = TLSHandler(context: context, expectedServerName: nil, handshakeTimeout: .seconds(30))
                    try channel.pipeline.syncOperations.addHandler(tls, name: "tls")
                    try channel.pipeline.syncOperations.addHandler(ScriptHandler(script()))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let value = try await body(listener.localAddress?.port ?? 0)
            try await listener.close()
            return value
        } catch {
            try await listener.close()
            throw error
        }
    }
}

private final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let script: FakeServer.Script
    private var reader = FrameReader(direction: .requests, limits: .established)

    init(_ script: FakeServer.Script) { self.script = script }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        reader.append(unwrapInboundIn(data))
        do {
            while case .frame(let frame)? = try reader.next() {
                for reply in script.replies(try Request(frame), frame.requestID) { perform(reply, context) }
            }
        } catch {
            context.close(promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {}

    private func perform(_ reply: Reply, _ context: ChannelHandlerContext) {
        switch reply {
        case .answer(let answer, let id):
            context.writeAndFlush(wrapOutboundOut(Example.frame(answer, id)), promise: nil)
        case .bytes(let bytes): context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        case .close: context.close(promise: nil)
        case .drop: try? context.pipeline.syncOperations.context(name: "tls").close(promise: nil)
        }
    }
}

/// Speaks before it is asked, and not TLS.
private final class PlainHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    func channelActive(context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "220 mail.example ready\r\n")), promise: nil)
    }
}
