import NIOCore
import NIOEmbedded
import TamgaTLS

/// What the handler under test sent up, in order.
final class Recorder: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    var bytes = ByteBuffer()
    var readCount = 0
    var peers: [PeerCertificate] = []
    var errors: [any Error] = []
    var refusals: [HandshakeRefusal] = []
    /// What reviews of the rules came to.
    var reviews: [TLSError] = []
    var isInactive = false
    /// Called at each read and at the completed handshake, for tests of calls within calls.
    var onRead: (ChannelHandlerContext) -> Void = { _ in }
    var onHandshake: (ChannelHandlerContext) -> Void = { _ in }

    var text: String { String(buffer: bytes) }
    var tlsErrors: [TLSError] { errors.compactMap { $0 as? TLSError } }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        readCount += 1
        bytes.writeImmutableBuffer(unwrapInboundIn(data))
        onRead(context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event as? TLSEvent {
        case .handshakeCompleted(let peer):
            peers.append(peer)
            onHandshake(context)
        case .handshakeRefused(let refusal): refusals.append(refusal)
        case .peerRefused(let error): reviews.append(error)
        case nil: break
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        errors.append(error)
    }

    func channelInactive(context: ChannelHandlerContext) {
        isInactive = true
        context.fireChannelInactive()
    }
}

/// One end: a channel with the handler under test and a recorder above it.
final class TLSEnd {
    let channel = EmbeddedChannel()
    let recorder = Recorder()
    weak var handler: TLSHandler?

    init(
        _ context: TLSContext, serverName: String? = "localhost", timeout: TimeAmount = .seconds(5),
        below: [any ChannelHandler] = [], resuming session: TLSSession? = nil
    ) throws {
        let handler = TLSHandler(context: context, expectedServerName: serverName, handshakeTimeout: timeout)
        handler.resumption = session
        self.handler = handler
        try channel.pipeline.syncOperations.addHandlers(below + [handler, recorder])
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    /// Writes, and flushes unless told otherwise; the outcome is seen in the result's `result`.
    @discardableResult
    func write(_ buffer: ByteBuffer, flush: Bool = true) -> Outcome {
        let outcome = Outcome(channel.write(buffer))
        if flush { channel.flush() }
        return outcome
    }

    @discardableResult
    func write(_ text: String, flush: Bool = true) -> Outcome { write(ByteBuffer(string: text), flush: flush) }

    func close() -> Outcome { Outcome(channel.close()) }

    /// The connection is gone, as when the peer's host is cut off.
    func drop() {
        channel.pipeline.syncOperations.fireChannelInactive()
    }

    /// All that this end has sent since the last call.
    func takeOutbound() throws -> [ByteBuffer] {
        var sent: [ByteBuffer] = []
        while let next = try channel.readOutbound(as: ByteBuffer.self) { sent.append(next) }
        return sent
    }
}

/// How a future ended, once it has.
final class Outcome {
    private(set) var result: Result<Void, any Error>?

    init(_ future: EventLoopFuture<Void>) {
        future.assumeIsolated().whenComplete { self.result = $0 }
    }

    var isSuccess: Bool {
        if case .success = result { true } else { false }
    }

    var tlsError: TLSError? {
        if case .failure(let error) = result { error as? TLSError } else { nil }
    }
}

/// Two ends with nothing but this code between them.
final class TLSPair {
    let client: TLSEnd
    let server: TLSEnd

    init(client: TLSEnd, server: TLSEnd) {
        self.client = client
        self.server = server
    }

    convenience init(client: TLSContext, server: TLSContext, serverName: String? = "localhost") throws {
        try self.init(client: TLSEnd(client, serverName: serverName), server: TLSEnd(server))
    }

    convenience init() throws {
        try self.init(client: TestContext.client(), server: TestContext.server())
    }

    /// A pair after its handshake.
    static func open() throws -> TLSPair {
        let pair = try TLSPair()
        try pair.shuttle()
        return pair
    }

    /// Carries bytes both ways until neither end says more, in pieces of at most `pieceSize` bytes.
    func shuttle(pieceSize: Int = .max, alter: (ByteBuffer) -> ByteBuffer = { $0 }) throws {
        while try carry(client, server, pieceSize, alter) || carry(server, client, pieceSize, alter) {}
    }

    /// Carries what one end has said to the other; false when it has said nothing.
    func carry(
        _ from: TLSEnd, _ to: TLSEnd, _ pieceSize: Int = .max, _ alter: (ByteBuffer) -> ByteBuffer = { $0 }
    ) throws -> Bool {
        let sent = try from.takeOutbound()
        for buffer in sent {
            var rest = alter(buffer)
            while let piece = rest.readSlice(length: min(pieceSize, rest.readableBytes)), piece.readableBytes > 0 {
                if to.channel.isActive { try to.channel.writeInbound(piece) }
            }
        }
        return !sent.isEmpty
    }
}
