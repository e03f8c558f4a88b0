import NIOCore
import NIOPosix
import TamgaHarness
import TamgaTLS
import TamgaTestSupport
import Testing

/// Random bytes on the port, ten thousand lots before the handshake and two thousand after it, one after another; ten
/// thousand of these as well where all of it is asked for (`make siege`).
@Suite struct HostilePortTests {
    @Test func randomBytesBeforeTheHandshakeHurtNobody() async throws {
        try await Self.attack(seed: 1, lots: 10_000, context: nil)
    }

    @Test func randomBytesAfterTheHandshakeHurtNobody() async throws {
        let place = try Workplace(named: "tamga-hostile-certificates")
        defer { place.remove() }
        try await Self.attack(seed: 2, lots: Siege.count(10_000, 2_000), context: place)
    }

    /// Sends the lots one connection each, then checks that a station is still served.
    private static func attack(seed: UInt64, lots: Int, context place: Workplace?) async throws {
        let own = try Workplace(named: "tamga-hostile")
        defer { own.remove() }
        let server = try ServerProcess(in: own, arguments: ["--log-level", "error"])
        let files = TLSFiles(
            certificate: own.certificate("station.pem"), privateKey: own.certificate("station.key"),
            authority: own.certificate("ca.pem"))
        let context = place == nil ? nil : try TLSContext(role: .client, files: files)
        var generator = SeededGenerator(seed: seed)
        for lot in 0..<lots {
            let count = Int.random(in: 1...300, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            try await send(bytes, to: server.port, context)
            if lot % 2_500 == 0 { #expect(try server.tamga(["ping"]).status == 0, "after lot \(lot), seed \(seed)") }
        }
        #expect(server.isRunning)
        #expect(try server.tamga(["ping"]).status == 0)
        #expect(server.stop() == 0)
    }

    /// One connection: the bytes, then the end. Whatever the server does with it is its own affair.
    private static func send(_ bytes: [UInt8], to port: Int, _ context: TLSContext?) async throws {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(
                            TLSHandler(
                                context: context, expectedServerName: "127.0.0.1", handshakeTimeout: .seconds(10)))
                    }
                    try channel.pipeline.syncOperations.addHandler(Deaf())
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        try? await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
        try? await channel.close().get()
    }
}

/// Hears nothing and fails at nothing.
private final class Deaf: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
