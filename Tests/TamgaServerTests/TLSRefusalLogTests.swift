import Logging
import NIOCore
import NIOEmbedded
import TamgaServer
import TamgaTLS
import TamgaTestSupport
import TamgaWire
import Testing

/// One line for each refused handshake, and one count, whatever comes after it.
@Suite(.timeLimit(.minutes(2))) struct TLSRefusalLogTests {
    private static let shown = CertificateFacts(
        subject: "CN=border-1", serialNumber: "0A1B", sha256Fingerprint: [UInt8](repeating: 0xAB, count: 32),
        validUntil: 1)

    private func refuse(_ bench: SessionBench, _ reason: HandshakeRefusal.Reason, _ error: TLSError) {
        let refusal = HandshakeRefusal(reason: reason, error: error, certificate: Self.shown)
        bench.channel.pipeline.fireUserInboundEventTriggered(TLSEvent.handshakeRefused(refusal))
        bench.channel.pipeline.fireErrorCaught(error)
    }

    @Test func aRefusalIsOneLineThatNamesTheCertificate() throws {
        let keeper = LineKeeper()
        let bench = try SessionBench(logger: keeper.logger)
        refuse(bench, .revoked, .untrustedPeer(reason: "certificate revoked"))
        bench.channel.pipeline.fireChannelInactive()
        #expect(keeper.lines.map(\.message) == ["handshake refused"])
        let metadata = try #require(keeper.lines.first?.metadata)
        #expect(metadata["reason"] == "certificate revoked")
        #expect(metadata["error"] == "the peer's certificate is refused: certificate revoked")
        #expect(metadata["subject"] == "CN=border-1" && metadata["serial"] == "0A1B")
        #expect(metadata["certificate"] == "abababababababab")
        #expect(metadata["address"] == "127.0.0.1:1" && metadata["suppressed"] == "0")
    }

    @Test func linesAreThrottledAndCounted() throws {
        let keeper = LineKeeper()
        let first = try SessionBench(logger: keeper.logger)
        refuse(first, .expired, .untrustedPeer(reason: "x"))
        for _ in 0..<3 { refuse(try SessionBench(sharing: first), .expired, .untrustedPeer(reason: "x")) }
        #expect(keeper.lines.count == 1)
        (first.environment.clock as? TestClock)?.advance(microseconds: 1_000_000)
        refuse(try SessionBench(sharing: first), .noCertificate, .noPeerCertificate)
        #expect(keeper.lines.last?.metadata["suppressed"] == "3")
        #expect(keeper.lines.last?.metadata["reason"] == "no certificate shown")
    }

    @Test func aLostConnectionIsToldOnce() throws {
        let keeper = LineKeeper()
        let bench = try SessionBench(logger: keeper.logger)
        bench.channel.pipeline.fireErrorCaught(IOError(errnoCode: 104, reason: "read"))
        #expect(keeper.lines.map(\.message) == ["handshake refused"])
        #expect(keeper.lines.first?.metadata["reason"] == "connection dropped in the handshake")
    }

    /// What a stranger writes into its certificate does not fill the log.
    @Test func aLongSubjectIsCut() throws {
        let keeper = LineKeeper()
        let bench = try SessionBench(logger: keeper.logger)
        let long = CertificateFacts(
            subject: String(repeating: "x", count: 60_000), serialNumber: String(repeating: "F", count: 60_000),
            sha256Fingerprint: [], validUntil: 0)
        bench.channel.pipeline.fireUserInboundEventTriggered(
            TLSEvent.handshakeRefused(
                HandshakeRefusal(reason: .unknownAuthority, error: .untrustedPeer(reason: "x"), certificate: long)))
        let length = keeper.lines.first?.metadata.values.reduce(0) { $0 + $1.count }
        #expect((400...1_000).contains(length ?? 0))
    }

    @Test func everyReasonIsACountOfItsOwn() throws {
        for reason in HandshakeRefusal.Reason.allCases {
            let observation = try ServerObservation.example()
            let bench = try SessionBench(metrics: ServerMetrics(clock: TestClock(), observation: observation))
            refuse(bench, reason, .handshakeTimeout)
            let families = try observation.families()
            #expect(families.value("tamga_tls_failures_total", ["reason": reason.rawValue]) == 1)
            #expect(families.sum("tamga_tls_failures_total") == 1)
        }
    }

    /// Bytes of all kinds over real sockets: each connection is closed and told once, and the server goes on.
    @Test func strangersBytesAreToldOnceEach() async throws {
        let keeper = LineKeeper()
        var limits = ServerLimits()
        limits.refusalLogLines = 1_000
        try await ServerBed.run(limits: limits, logger: keeper.logger) { bed in
            var random = SeededGenerator(seed: 77)
            for lot in 0..<40 {
                let count = Int.random(in: 1...600, using: &random)
                var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
                if lot % 2 == 0 { bytes.replaceSubrange(0..<1, with: [0x16, 3, 1, 0, 200, 1, 0]) }
                try await Stranger.send(bytes, to: bed.port)
            }
            try await eventually("all are told") {
                keeper.lines.count { $0.message == "handshake refused" } == 40
            }
            try await eventually("all are gone") { bed.connections.count == 0 }
            #expect(try await bed.station().ask(ping(), 2).kind == .pong)
            #expect(keeper.lines.count { $0.message == "handshake refused" } == 40)
        }
    }
}
