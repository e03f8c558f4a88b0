import NIOCore
import NIOEmbedded
import TamgaTLS
import Testing

@Suite struct TLSHandshakeTests {
    @Test func bothEndsLearnWhoTheOtherIs() throws {
        let pair = try TLSPair.open()
        let station = try #require(pair.server.recorder.peers.first)
        let server = try #require(pair.client.recorder.peers.first)
        #expect(pair.server.recorder.peers.count == 1 && pair.client.recorder.peers.count == 1)
        #expect(station.subject == "CN=station-1,O=Tamga development")
        #expect(server.subject == "CN=localhost,O=Tamga development")
        #expect(station.sha256Fingerprint.count == 32 && station.sha256Fingerprint != server.sha256Fingerprint)
        #expect(!station.serialNumber.isEmpty && station.serialNumber.allSatisfy { $0.isHexDigit })
    }

    @Test(arguments: [1, 2, 7, 100, 16384]) func dataGoesBothWaysInPiecesOf(size: Int) throws {
        let pair = try TLSPair()
        try pair.shuttle(pieceSize: size)
        let ping = pair.client.write("ping")
        let pong = pair.server.write("pong")
        try pair.shuttle(pieceSize: size)
        #expect(pair.server.recorder.text == "ping" && pair.client.recorder.text == "pong")
        #expect(ping.isSuccess && pong.isSuccess)
        #expect(pair.server.recorder.errors.isEmpty && pair.client.recorder.errors.isEmpty)
    }

    @Test(arguments: ["localhost", "127.0.0.1", "::1"]) func serverIsKnownAs(name: String) throws {
        let pair = try TLSPair(client: TestContext.client(), server: TestContext.server(), serverName: name)
        try pair.shuttle()
        #expect(pair.client.recorder.peers.count == 1)
    }

    @Test(arguments: ["example.org", "127.0.0.2", "localhost.example.org"])
    func serverOfAnotherNameIsRefused(name: String) throws {
        let pair = try TLSPair(client: TestContext.client(), server: TestContext.server(), serverName: name)
        try pair.shuttle()
        let error = try #require(pair.client.recorder.tlsErrors.first)
        #expect(["hostname mismatch", "IP address mismatch"].map { .untrustedPeer(reason: $0) }.contains(error))
        expectRefused(pair.client, pair.server)
    }

    @Test(arguments: [nil, "", "a\0b", String(repeating: "a", count: 254)])
    func clientWithoutANameToCheckDoesNotStart(name: String?) throws {
        let end = try TLSEnd(TestContext.client(), serverName: name)
        #expect(end.recorder.tlsErrors == [.serverNameInvalid])
        #expect(end.recorder.isInactive)
        let sent = try end.takeOutbound()
        #expect(sent.isEmpty)
    }

    @Test func clientWithoutCertificateIsRefused() throws {
        let pair = try TLSPair(client: TestContext.client(weakened: .noCertificate), server: TestContext.server())
        try expectClientRefused(pair, by: .noPeerCertificate)
    }

    @Test func clientOfAnotherAuthorityIsRefused() throws {
        let pair = try TLSPair(client: TestContext.client("other-station"), server: TestContext.server())
        try expectClientRefused(pair, by: .untrustedPeer(reason: "unable to get local issuer certificate"))
    }

    @Test func certificateForAnotherPurposeIsRefused() throws {
        let asClient = try TLSPair(client: TestContext.client("server"), server: TestContext.server())
        try expectClientRefused(asClient, by: .untrustedPeer(reason: "unsuitable certificate purpose"))
        let asServer = try TLSPair(client: TestContext.client(), server: TestContext.server("station"))
        try asServer.shuttle()
        #expect(asServer.client.recorder.tlsErrors == [.untrustedPeer(reason: "unsuitable certificate purpose")])
    }

    @Test func serverOfAnotherAuthorityIsRefused() throws {
        let pair = try TLSPair(client: TestContext.client(authority: "other-ca"), server: TestContext.server())
        try pair.shuttle()
        let reason = "unable to get local issuer certificate"
        #expect(pair.client.recorder.tlsErrors == [.untrustedPeer(reason: reason)])
        expectRefused(pair.client, pair.server)
    }

    @Test func olderVersionIsRefused() throws {
        let old = try TLSPair(client: TestContext.client(weakened: .oldVersion), server: TestContext.server())
        try old.shuttle()
        #expect(old.server.recorder.tlsErrors == [.handshakeFailed(reason: "unsupported protocol")])
        expectRefused(old.client, old.server)
        let oldServer = try TLSPair(client: TestContext.client(), server: TestContext.server(weakened: .oldVersion))
        try oldServer.shuttle()
        expectRefused(oldServer.client, oldServer.server)
    }

    @Test func peerWithoutTheProtocolNameIsRefused() throws {
        let client = try TLSPair(client: TestContext.client(weakened: .noProtocolName), server: TestContext.server())
        try client.shuttle()
        expectRefused(client.client, client.server)
        let server = try TLSPair(client: TestContext.client(), server: TestContext.server(weakened: .noProtocolName))
        try server.shuttle()
        #expect(
            server.client.recorder.tlsErrors == [.handshakeFailed(reason: "the peer does not speak tamga/1")])
        #expect(server.client.recorder.peers.isEmpty)
    }

    @Test func handshakeHasATimeLimit() throws {
        let server = try TLSEnd(TestContext.server(), timeout: .seconds(3))
        let held = server.write("held back")
        server.channel.embeddedEventLoop.advanceTime(by: .milliseconds(2999))
        #expect(server.recorder.errors.isEmpty && server.channel.isActive)
        server.channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
        #expect(server.recorder.tlsErrors == [.handshakeTimeout])
        #expect(held.tlsError == .handshakeTimeout)
        #expect(!server.channel.isActive && server.recorder.isInactive)
    }

    @Test func timeLimitEndsWithTheHandshake() throws {
        let pair = try TLSPair.open()
        pair.server.channel.embeddedEventLoop.advanceTime(by: .hours(1))
        pair.client.channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(pair.server.recorder.errors.isEmpty && pair.server.channel.isActive)
        #expect(pair.client.recorder.errors.isEmpty && pair.client.channel.isActive)
    }

    @Test func handlerAddedToAnActiveChannelStarts() throws {
        let channel = EmbeddedChannel()
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        let handler = TLSHandler(
            context: try TestContext.client(), expectedServerName: "localhost", handshakeTimeout: .seconds(1))
        try channel.pipeline.syncOperations.addHandler(handler)
        let hello = try channel.readOutbound(as: ByteBuffer.self)
        #expect(hello != nil)
    }

    /// In TLS 1.3 the client is done before the server has seen its certificate: it hears of the refusal later.
    private func expectClientRefused(_ pair: TLSPair, by expected: TLSError) throws {
        let answer = pair.server.write("for verified stations only")
        pair.client.write("not to be read")
        try pair.shuttle()
        #expect(pair.server.recorder.tlsErrors == [expected])
        #expect(answer.tlsError == expected)
        #expect(pair.client.recorder.peers.count == 1)
        #expect(pair.server.recorder.peers.isEmpty)
        expectFailed(pair.client)
        expectNothingDelivered(pair)
    }

    private func expectRefused(_ client: TLSEnd, _ server: TLSEnd) {
        for end in [client, server] {
            #expect(end.recorder.peers.isEmpty)
            #expect(end.recorder.errors.count == 1)
            #expect(end.recorder.tlsErrors.count == 1)
            #expect(end.recorder.bytes.readableBytes == 0)
            #expect(!end.channel.isActive)
        }
    }

    private func expectFailed(_ end: TLSEnd) {
        guard case .handshakeFailed = end.recorder.tlsErrors.first else {
            Issue.record("expected handshakeFailed, got \(end.recorder.errors)")
            return
        }
        #expect(end.recorder.errors.count == 1)
        #expect(!end.channel.isActive)
    }

    private func expectNothingDelivered(_ pair: TLSPair) {
        #expect(pair.server.recorder.bytes.readableBytes == 0)
        #expect(pair.client.recorder.bytes.readableBytes == 0)
    }
}
