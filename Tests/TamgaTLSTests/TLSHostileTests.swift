import NIOCore
import NIOEmbedded
import TamgaTLS
import Testing

/// Bytes that no honest peer sends: never a crash, never a byte delivered, always one typed error.
@Suite struct TLSHostileTests {
    @Test func randomBytesBeforeTheHandshake() throws {
        let context = try TestContext.server()
        var random = SplitMix64(seed: 0x7A3_6A)
        for lot in 0..<500 {
            let server = try TLSEnd(context)
            var bytes = random.bytes(Int.random(in: 1...2000, using: &random))
            // Every other lot looks like a record at its beginning, so as to get further in.
            if lot % 2 == 0 { bytes.setBytes([0x16, 3, 1, 0, UInt8.random(in: 1...255, using: &random), 1, 0], at: 0) }
            try feed(bytes, to: server, &random)
            server.drop()
            expectOneError(server, "lot \(lot)")
        }
    }

    @Test func randomBytesToAClient() throws {
        let context = try TestContext.client()
        var random = SplitMix64(seed: 11)
        for lot in 0..<200 {
            let client = try TLSEnd(context)
            try feed(random.bytes(Int.random(in: 1...500, using: &random)), to: client, &random)
            client.drop()
            expectOneError(client, "lot \(lot)")
        }
    }

    @Test func randomBytesAfterTheHandshake() throws {
        var random = SplitMix64(seed: 12)
        let (client, server) = (try TestContext.client(), try TestContext.server())
        for lot in 0..<50 {
            let pair = try TLSPair(client: client, server: server)
            try pair.shuttle()
            var bytes = random.bytes(Int.random(in: 1...2000, using: &random))
            if lot % 2 == 0 { bytes.setBytes([0x17, 3, 3, 0, 40], at: 0) }
            try feed(bytes, to: pair.server, &random)
            pair.server.drop()
            expectOneError(pair.server, "lot \(lot)")
        }
    }

    @Test func alteredRecordIsRefused() throws {
        let pair = try TLSPair.open()
        pair.client.write("a probe that must not be altered")
        try pair.shuttle { bytes in
            var bytes = bytes
            let last = bytes.writerIndex - 1
            bytes.setInteger((bytes.getInteger(at: last, as: UInt8.self) ?? 0) ^ 1, at: last)
            return bytes
        }
        #expect(pair.server.recorder.readCount == 0)
        #expect(pair.server.recorder.tlsErrors == [.protocolViolation(reason: "decryption failed or bad record mac")])
        #expect(pair.client.recorder.tlsErrors.count == 1)
    }

    @Test func replayedRecordIsRefused() throws {
        let pair = try TLSPair.open()
        pair.client.write("once")
        let sent = try pair.client.takeOutbound()
        for buffer in sent + sent where pair.server.channel.isActive { try pair.server.channel.writeInbound(buffer) }
        #expect(pair.server.recorder.text == "once" && pair.server.recorder.tlsErrors.count == 1)
    }

    @Test func alteredHandshakeNeverDeliversAnotherByte() throws {
        let (client, server) = (try TestContext.client(), try TestContext.server())
        var random = SplitMix64(seed: 13)
        var failures = 0
        for lot in 0..<300 {
            let pair = try TLSPair(client: client, server: server)
            pair.client.write("hello")
            var flight = 0
            let target = Int.random(in: 0..<3, using: &random)
            try pair.shuttle { bytes in
                defer { flight += 1 }
                return flight == target ? flipped(bytes, &random) : bytes
            }
            for end in [pair.client, pair.server] { end.drop() }
            let errors = pair.client.recorder.errors + pair.server.recorder.errors
            #expect(errors.allSatisfy { $0 is TLSError }, "lot \(lot): \(errors)")
            #expect("hello".hasPrefix(pair.server.recorder.text), "lot \(lot)")
            #expect(pair.client.recorder.readCount == 0, "lot \(lot)")
            if pair.server.recorder.text.isEmpty { failures += 1 }
        }
        // Only the legacy version of an unencrypted record may be altered with no effect.
        #expect(failures > 280)
    }

    private func flipped(_ bytes: ByteBuffer, _ random: inout SplitMix64) -> ByteBuffer {
        var bytes = bytes
        let index = Int.random(in: bytes.readerIndex..<bytes.writerIndex, using: &random)
        let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &random)
        bytes.setInteger((bytes.getInteger(at: index, as: UInt8.self) ?? 0) ^ bit, at: index)
        return bytes
    }

    private func feed(_ bytes: ByteBuffer, to end: TLSEnd, _ random: inout SplitMix64) throws {
        var rest = bytes
        while rest.readableBytes > 0, end.channel.isActive {
            let size = min(rest.readableBytes, Int.random(in: 1...700, using: &random))
            guard let piece = rest.readSlice(length: size) else { return }
            try end.channel.writeInbound(piece)
        }
    }

    private func expectOneError(_ end: TLSEnd, _ lot: String) {
        #expect(end.recorder.errors.count == 1 && end.recorder.tlsErrors.count == 1, "\(lot): \(end.recorder.errors)")
        #expect(end.recorder.readCount == 0, "\(lot)")
    }
}
