import NIOCore
import NIOPosix
import Synchronization
import TamgaTLS
import TamgaWire

/// A connection of somebody who keeps no rules: sends any bytes, at any pace, and counts what comes back.
final class Besieger: Sendable {
    /// What came back, and whether it is over.
    struct Heard: Sendable {
        var answers = 0
        var errors: [WireErrorCode: Int] = [:]
        var kinds: [MessageKind: Int] = [:]
        var isClosed = false
    }

    let channel: any Channel
    private let ear: Ear

    private init(_ channel: any Channel, _ ear: Ear) { (self.channel, self.ear) = (channel, ear) }

    var heard: Heard { ear.heard.withLock { $0 } }

    /// - Parameters:
    ///   - tls: nil for bytes that are no TLS, or one's own.
    ///   - reads: whether anything is taken from the socket.
    static func connect(_ port: Int, _ tls: TLSContext?, reads: Bool = true) async throws -> Besieger {
        let ear = Ear()
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelOption(.allowRemoteHalfClosure, value: false)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let hearing = Hearing(ear)
                    guard let tls else { return try channel.pipeline.syncOperations.addHandler(hearing) }
                    try channel.pipeline.syncOperations.addHandlers(
                        TLSHandler(context: tls, expectedServerName: "127.0.0.1", handshakeTimeout: .seconds(60)),
                        hearing)
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        if !reads { try await channel.setOption(.autoRead, value: false).get() }
        return Besieger(channel, ear)
    }

    /// Connects and says hello as a station does.
    static func admitted(_ port: Int, _ tls: TLSContext) async throws -> Besieger {
        let one = try await connect(port, tls)
        try await one.send(.hello(Hello(client: "siege")), 1)
        try await one.hears("a welcome") { $0.kinds[.welcome] == 1 }
        return one
    }

    func send(_ request: Request, _ id: UInt64, _ options: RequestOptions = .none) async throws {
        var buffer = ByteBuffer()
        try request.encode(requestID: id, options: options, into: &buffer)
        try await channel.writeAndFlush(buffer)
    }

    func send(_ bytes: ByteBuffer) async throws { try await channel.writeAndFlush(bytes) }

    /// Ends its side of the connection below TLS, without a word, and goes on listening.
    func halfClose() async throws {
        try await channel.eventLoop.flatSubmit { [channel] in
            let pipeline = channel.pipeline.syncOperations
            guard let tls = try? pipeline.context(handlerType: TLSHandler.self) else {
                return channel.close(mode: .output)
            }
            return tls.close(mode: .output)
        }.get()
    }

    func close() async { try? await channel.close() }

    /// Waits, for at most a minute, until what it has heard is enough.
    func hears(_ what: String, _ isEnough: (Heard) -> Bool) async throws {
        try await Siege.eventually("somebody hears \(what)") { isEnough(heard) }
    }

    private final class Ear: Sendable {
        let heard = Mutex(Heard())
    }

    private final class Hearing: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let ear: Ear
        private var reader = FrameReader(direction: .answers, limits: .established)

        init(_ ear: Ear) { self.ear = ear }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            reader.append(unwrapInboundIn(data))
            while case .frame(let frame)? = try? reader.next() {
                let answer = try? Answer(frame)
                ear.heard.withLock { heard in
                    heard.answers += 1
                    heard.kinds[frame.kind, default: 0] += 1
                    if case .error(let error) = answer { heard.errors[error.code, default: 0] += 1 }
                }
            }
        }

        func channelInactive(context: ChannelHandlerContext) { ear.heard.withLock { $0.isClosed = true } }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
