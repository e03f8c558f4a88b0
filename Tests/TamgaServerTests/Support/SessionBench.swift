import Logging
import NIOCore
import NIOEmbedded
import TamgaRegistry
import TamgaServer
import TamgaTLS
import TamgaWire

/// A session handler on an embedded channel, below it only what counts reads and may hold writes back.
final class SessionBench {
    let channel = EmbeddedChannel()
    let environment: SessionEnvironment
    let responder: HeldResponder
    let reads = ReadCounter()
    private var reader = FrameReader(direction: .answers, limits: .established)

    init(
        holdsWrites: Bool = false, logger: Logger = .silent, metrics: ServerMetrics? = nil,
        _ change: (inout ServerLimits) -> Void = { _ in }
    ) throws {
        var limits = ServerLimits()
        change(&limits)
        try limits.check()
        let clock = TestClock()
        responder = HeldResponder()
        environment = SessionEnvironment(
            limits: limits,
            welcome: Welcome(version: 1, server: "s/1", matcher: "m1", limits: limits.stated, capabilities: []),
            responder: responder,
            admission: Admission(requests: limits.requestsInFlight, bytes: limits.requestBytesInFlight),
            seats: Seats(limit: limits.connectionsPerCertificate), metrics: metrics ?? ServerMetrics(clock: clock),
            clock: clock, logger: logger,
            refusals: LogThrottle(lines: 1, interval: .seconds(1), clock: clock))
        try start(holdsWrites: holdsWrites)
    }

    /// Another connection of the same server.
    init(sharing other: SessionBench) throws {
        environment = other.environment
        responder = other.responder
        try start(holdsWrites: false)
    }

    private func start(holdsWrites: Bool) throws {
        reads.holdsWrites = holdsWrites
        try channel.pipeline.syncOperations.addHandlers(reads, SessionHandler(environment))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    /// - Parameter uris: those of the station's certificate.
    func shakeHands(_ uris: [String] = [Caller.example.identity.uri]) {
        let peer = PeerCertificate(
            subject: "CN=x", serialNumber: "1", sha256Fingerprint: Caller.example.certificate, uris: uris)
        channel.pipeline.fireUserInboundEventTriggered(TLSEvent.handshakeCompleted(peer))
    }

    /// Handshake and hello.
    func open(_ uris: [String] = [Caller.example.identity.uri]) throws {
        shakeHands(uris)
        try send(hello, 1)
        _ = try answers()
    }

    func send(_ request: Request, _ requestID: UInt64) throws {
        if channel.isActive { try channel.writeInbound(bytes(request, requestID)) }
    }

    func pass(_ time: TimeAmount) { channel.embeddedEventLoop.advanceTime(by: time) }

    func setWritable(_ isWritable: Bool) {
        channel.isWritable = isWritable
        channel.pipeline.fireChannelWritabilityChanged()
    }

    /// All that was sent since the last call.
    func answers() throws -> [Station.Received] {
        while let sent = try channel.readOutbound(as: ByteBuffer.self) { reader.append(sent) }
        var received: [Station.Received] = []
        while case .frame(let frame)? = try reader.next() {
            received.append(.answer(frame.requestID, try Answer(frame)))
        }
        return received
    }

    /// The codes of what was sent, which has to be errors.
    func errorCodes() throws -> [WireErrorCode] {
        try answers().map { received in
            guard case .answer(_, let answer) = received, let code = answer.errorCode else {
                throw Failure("not an error: \(received)")
            }
            return code
        }
    }
}

/// Stands where the TLS handler would.
final class ReadCounter: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    var count = 0
    /// Takes writes and never sends them, as a peer that does not read.
    var holdsWrites = false
    private var held: [EventLoopPromise<Void>] = []

    func read(context: ChannelHandlerContext) {
        count += 1
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard holdsWrites, let promise else { return context.write(data, promise: promise) }
        held.append(promise)
    }

    func channelInactive(context: ChannelHandlerContext) {
        for promise in held { promise.fail(ChannelError.ioOnClosedChannel) }
        held = []
        context.fireChannelInactive()
    }
}
