import NIOCore
import NIOEmbedded
import TamgaTLS
import Testing

/// Each refused handshake is told once, with its reason and the certificate that was shown.
@Suite struct HandshakeRefusalTests {
    private func refusal(of client: TLSContext, by server: TLSContext? = nil) throws -> HandshakeRefusal? {
        let pair = try TLSPair(client: client, server: try server ?? TestContext.server())
        try pair.shuttle()
        #expect(pair.server.recorder.refusals.count == 1 && pair.server.recorder.tlsErrors.count == 1)
        #expect(pair.server.recorder.refusals.first?.error == pair.server.recorder.tlsErrors.first)
        #expect(pair.server.recorder.peers.isEmpty && !pair.server.channel.isActive)
        return pair.server.recorder.refusals.first
    }

    private func refusal(ofBytes bytes: [UInt8]) throws -> HandshakeRefusal? {
        let end = try TLSEnd(TestContext.server())
        try end.channel.writeInbound(ByteBuffer(bytes: bytes))
        end.drop()
        #expect(end.recorder.refusals.count == 1)
        return end.recorder.refusals.first
    }

    @Test func aStrangersCertificateIsNamed() throws {
        let client = try TestContext.client("other-station")
        let refusal = try refusal(of: client)
        #expect(refusal?.reason == .unknownAuthority)
        #expect(refusal?.certificate == client.certificate)
        #expect(refusal?.certificate?.subject == "CN=station-1,O=Tamga development")
    }

    @Test func anExpiredCertificateIsNamed() throws {
        let client = try TestContext.client()
        let server = try TestContext.server()
        let facts = try #require(client.certificate)
        server.judge(asOf: facts.validUntil + 1)
        let late = try refusal(of: client, by: server)
        #expect(late?.reason == .expired && late?.certificate == facts)
        server.judge(asOf: facts.validUntil - 400 * 86_400)
        let early = try refusal(of: client, by: server)
        #expect(early?.reason == .notYetValid && early?.certificate == facts)
    }

    @Test func otherRefusalsHaveTheirReasons() throws {
        #expect(try refusal(of: TestContext.client(weakened: .noCertificate))?.reason == .noCertificate)
        #expect(try refusal(of: TestContext.client("server"))?.reason == .certificateUnsuitable)
        #expect(try refusal(of: TestContext.client(weakened: .oldVersion))?.reason == .wrongVersion)
        let withoutName = try refusal(of: TestContext.client(weakened: .noProtocolName))
        #expect(withoutName?.reason == .noProtocolName && withoutName?.certificate == nil)
        #expect(try refusal(of: TestContext.client(authority: "other-ca"))?.reason == .refusedByPeer)
    }

    @Test func otherProtocolsAreNotTLS() throws {
        for text in ["GET / HTTP/1.1\r\nHost: x\r\n\r\n", "SSH-2.0-OpenSSH_9.6\r\n", "CONNECT x:1 HTTP/1.1\r\n\r\n"] {
            #expect(try refusal(ofBytes: Array(text.utf8))?.reason == .notTLS, "\(text.prefix(8))")
        }
        #expect(try refusal(ofBytes: [UInt8](repeating: 0xFF, count: 64))?.reason == .notTLS)
        #expect(try refusal(ofBytes: [0x16, 3, 1])?.reason == .dropped)
        #expect(try refusal(ofBytes: [])?.reason == .dropped)
    }

    @Test func slowOnesAreTimedOut() throws {
        let end = try TLSEnd(TestContext.server(), timeout: .seconds(3))
        end.channel.embeddedEventLoop.advanceTime(by: .seconds(3))
        #expect(end.recorder.refusals.map(\.reason) == [.timeout])
    }

    /// Records that mean nothing, which TLS 1.3 skips: bounded in bytes, not only in time.
    @Test func endlessRecordsAreCut() throws {
        let end = try TLSEnd(TestContext.server())
        let pair = TLSPair(client: try TLSEnd(TestContext.client()), server: end)
        _ = try pair.carry(pair.client, end)
        _ = try end.takeOutbound()
        let nothing = ByteBuffer(repeating: ByteBuffer(bytes: [0x14, 3, 3, 0, 1, 1]), count: 1_000)
        var sent = 0
        while end.channel.isActive, sent < TLSLimits.handshakeBytes * 2 {
            try end.channel.writeInbound(nothing)
            sent += nothing.readableBytes
        }
        end.drop()
        #expect(sent <= TLSLimits.handshakeBytes + 2 * nothing.readableBytes)
        #expect(end.recorder.refusals.map(\.reason) == [.malformed])
    }

    @Test func nothingIsRefusedTwiceOrAfterwards() throws {
        let pair = try TLSPair.open()
        pair.server.drop()
        #expect(pair.server.recorder.refusals.isEmpty && pair.server.recorder.tlsErrors == [.truncated])
    }

    @Test func reasonsHaveWordsOfTheirOwn() {
        let all = HandshakeRefusal.Reason.allCases
        #expect(Set(all.map(\.description)).count == all.count && all.count == 16)
    }

    /// A real hello with one to four bytes changed, cut or added: closed, told once, nothing delivered, never a crash.
    @Test func mutatedHellos() throws {
        let (client, server) = (try TestContext.client(), try TestContext.server())
        var random = SplitMix64(seed: 0x4E110)
        for lot in 0..<400 {
            let hello = try #require(try TLSEnd(client).takeOutbound().first)
            let end = try TLSEnd(server)
            var bytes = Array(hello.readableBytesView)
            for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes, &random) }
            if end.channel.isActive { try end.channel.writeInbound(ByteBuffer(bytes: bytes)) }
            end.drop()
            #expect(end.recorder.refusals.count == 1 && end.recorder.errors.count == 1, "lot \(lot)")
            #expect(end.recorder.peers.isEmpty && end.recorder.readCount == 0, "lot \(lot)")
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        guard bytes.count > 8 else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = [0, 0xFF, 0x7F, 0x80].randomElement(using: &random) ?? 0
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 5))
        case 3: bytes.insert(contentsOf: [UInt8](repeating: bytes[place], count: 7), at: place)
        default: bytes.replaceSubrange(place..<min(bytes.count, place + 4), with: bytes.prefix(4))
        }
    }
}

extension ByteBuffer {
    /// So many copies, one after the other.
    init(repeating part: ByteBuffer, count: Int) {
        self.init()
        for _ in 0..<count { writeImmutableBuffer(part) }
    }
}
