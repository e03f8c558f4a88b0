import NIOCore
import NIOEmbedded
import TamgaTLS
import Testing

@Suite struct TLSDataTests {
    @Test func severalMegabytesArriveWhole() throws {
        let pair = try TLSPair.open()
        var random = SplitMix64(seed: 1)
        let sent = random.bytes(3_000_001)
        let outcome = pair.client.write(sent)
        try pair.shuttle(pieceSize: 200_000)
        #expect(outcome.isSuccess)
        #expect(pair.server.recorder.bytes == sent)
        #expect(pair.server.recorder.readCount < 100)
    }

    @Test func sizesAroundTheLimitsArriveWhole() throws {
        let pair = try TLSPair.open()
        var random = SplitMix64(seed: 2)
        var sent = ByteBuffer()
        let edges = [TLSLimits.recordBytes, TLSLimits.writeBatchBytes, 2 * TLSLimits.writeBatchBytes]
        for size in [0, 1] + edges.flatMap({ [$0 - 1, $0, $0 + 1] }) {
            let piece = random.bytes(size)
            sent.writeImmutableBuffer(piece)
            let outcome = pair.server.write(piece)
            try pair.shuttle()
            #expect(outcome.isSuccess, "\(size)")
        }
        #expect(pair.client.recorder.bytes == sent)
    }

    @Test func smallWritesShareRecords() throws {
        let pair = try TLSPair.open()
        var sent = ""
        var outcomes: [Outcome] = []
        for number in 0..<5000 {
            let text = "\(number);"
            sent += text
            outcomes.append(pair.client.write(text, flush: false))
        }
        let beforeFlush = try pair.client.takeOutbound()
        #expect(beforeFlush.isEmpty)
        pair.client.channel.flush()
        let ciphertext = try pair.client.takeOutbound()
        #expect(ciphertext.count == 1)
        #expect(ciphertext.reduce(0) { $0 + $1.readableBytes } < sent.utf8.count + 200)
        for buffer in ciphertext { try pair.server.channel.writeInbound(buffer) }
        #expect(pair.server.recorder.text == sent)
        #expect(outcomes.allSatisfy { $0.isSuccess })
    }

    @Test func smallAndLargeWritesKeepTheirOrder() throws {
        let pair = try TLSPair.open()
        var random = SplitMix64(seed: 3)
        var sent = ByteBuffer()
        var outcomes: [Outcome] = []
        for _ in 0..<60 {
            let size = [0, 3, 500, 20_000, 70_000, 150_000].randomElement(using: &random) ?? 0
            let piece = random.bytes(size)
            sent.writeImmutableBuffer(piece)
            outcomes.append(pair.client.write(piece, flush: Bool.random(using: &random)))
        }
        pair.client.channel.flush()
        try pair.shuttle(pieceSize: 33_333)
        #expect(pair.server.recorder.bytes == sent)
        #expect(outcomes.allSatisfy { $0.isSuccess })
    }

    @Test func onlyWhatWasFlushedIsSentAfterTheHandshake() throws {
        let pair = try TLSPair()
        let flushed = pair.client.write("flushed,")
        let waiting = pair.client.write("waiting", flush: false)
        #expect(flushed.result == nil)
        try pair.shuttle()
        #expect(pair.server.recorder.text == "flushed,")
        #expect(flushed.isSuccess && waiting.result == nil)
        pair.client.channel.flush()
        try pair.shuttle()
        #expect(pair.server.recorder.text == "flushed,waiting" && waiting.isSuccess)
    }

    @Test func serverSendsNothingBeforeItsHandshakeIsComplete() throws {
        let pair = try TLSPair()
        let early = pair.server.write("for verified stations only")
        _ = try pair.carry(pair.client, pair.server)
        _ = try pair.carry(pair.server, pair.client)
        // The client is done now; the server has not seen its certificate.
        #expect(pair.client.recorder.peers.count == 1 && pair.server.recorder.peers.isEmpty)
        #expect(pair.client.recorder.readCount == 0 && early.result == nil)
        try pair.shuttle()
        #expect(pair.client.recorder.text == "for verified stations only" && early.isSuccess)
    }

    @Test func noPlaintextIsEverOnTheWire() throws {
        let pair = try TLSPair()
        let secret = "a secret that must not be seen"
        pair.client.write(secret)
        pair.server.write(secret)
        var wire = ByteBuffer()
        try pair.shuttle { bytes in
            wire.writeImmutableBuffer(bytes)
            return bytes
        }
        #expect(pair.client.recorder.text == secret && pair.server.recorder.text == secret)
        #expect(wire.readableBytesView.firstRange(of: Array(secret.utf8)) == nil)
    }

    @Test func writesBeforeTheHandshakeAreLimited() throws {
        let end = try TLSEnd(TestContext.server())
        let limit = TLSLimits.writesBeforeHandshakeBytes
        let first = end.write(ByteBuffer(repeating: 1, count: limit))
        #expect(first.result == nil && end.recorder.errors.isEmpty)
        let second = end.write("x")
        let error = TLSError.writeLimitExceeded(limitBytes: limit)
        #expect(first.tlsError == error && second.tlsError == error)
        #expect(end.recorder.tlsErrors == [error])
        #expect(end.write("y").tlsError == .closed && !end.channel.isActive)
    }

    @Test func writesHeldBackFailWithTheConnection() throws {
        let end = try TLSEnd(TestContext.client())
        let held = end.write("held")
        end.drop()
        #expect(held.tlsError == .handshakeFailed(reason: "the connection was dropped"))
        #expect(end.recorder.tlsErrors == [.handshakeFailed(reason: "the connection was dropped")])
    }

    @Test func readWithinAReadKeepsTheOrder() throws {
        let pair = try TLSPair.open()
        var random = SplitMix64(seed: 4)
        let sent = random.bytes(900_000)
        pair.client.write(sent)
        var whole = ByteBuffer()
        for buffer in try pair.client.takeOutbound() { whole.writeImmutableBuffer(buffer) }
        var pieces: [ByteBuffer] = []
        while let piece = whole.readSlice(length: min(150_000, whole.readableBytes)), piece.readableBytes > 0 {
            pieces.append(piece)
        }
        let channel = pair.server.channel
        pair.server.recorder.onRead = { _ in
            guard !pieces.isEmpty else { return }
            channel.pipeline.syncOperations.fireChannelRead(NIOAny(pieces.removeFirst()))
        }
        try channel.writeInbound(pieces.removeFirst())
        #expect(pieces.isEmpty)
        #expect(pair.server.recorder.bytes == sent)
    }

    @Test func writeWithinTheHandshakeEventComesAfterWhatWasHeldBack() throws {
        let pair = try TLSPair()
        pair.client.write("first,")
        pair.client.recorder.onHandshake = { context in
            context.writeAndFlush(NIOAny(ByteBuffer(string: "second")), promise: nil)
        }
        try pair.shuttle()
        #expect(pair.server.recorder.text == "first,second")
    }

    @Test func answerWithinAReadIsSent() throws {
        let pair = try TLSPair.open()
        pair.server.recorder.onRead = { context in
            context.writeAndFlush(NIOAny(ByteBuffer(string: "echo")), promise: nil)
        }
        pair.client.write("x")
        try pair.shuttle()
        #expect(pair.client.recorder.text == "echo")
    }

    @Test func keysCanBeUpdated() throws {
        let pair = try TLSPair.open()
        for round in 0..<3 {
            _ = pair.client.channel.triggerUserOutboundEvent(TLSCommand.updateKeys)
            pair.client.write("\(round)")
            pair.server.write("\(round)")
            try pair.shuttle()
        }
        #expect(pair.server.recorder.text == "012" && pair.client.recorder.text == "012")
    }

    @Test func keyUpdatesAreLimited() throws {
        let pair = try TLSPair.open()
        var answered = 0
        for _ in 0..<10_000 where pair.server.channel.isActive {
            _ = pair.client.channel.triggerUserOutboundEvent(TLSCommand.updateKeys)
            _ = try pair.carry(pair.client, pair.server)
            answered += try pair.server.takeOutbound().reduce(0) { $0 + $1.readableBytes }
        }
        #expect(pair.server.recorder.tlsErrors == [.protocolViolation(reason: "too many key updates")])
        #expect((TLSLimits.answerBytes...TLSLimits.answerBytes + 100).contains(answered))
    }
}
