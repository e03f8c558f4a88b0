import NIOCore
import NIOEmbedded
import TamgaTLS
import Testing

@Suite struct TLSClosingTests {
    @Test func orderlyCloseIsNoError() throws {
        let pair = try TLSPair.open()
        pair.client.write("last words")
        let closed = pair.client.close()
        try pair.shuttle()
        #expect(pair.server.recorder.text == "last words")
        #expect(closed.isSuccess)
        for end in [pair.client, pair.server] {
            #expect(end.recorder.errors.isEmpty)
            #expect(end.recorder.isInactive && !end.channel.isActive)
        }
    }

    @Test func droppedConnectionIsTruncated() throws {
        let pair = try TLSPair.open()
        let unflushed = pair.server.write("never flushed", flush: false)
        pair.server.drop()
        #expect(pair.server.recorder.tlsErrors == [.truncated])
        #expect(unflushed.tlsError == .truncated)
    }

    @Test func endOfInputWithoutCloseNotifyIsTruncated() throws {
        let pair = try TLSPair.open()
        pair.server.channel.pipeline.syncOperations.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        #expect(pair.server.recorder.tlsErrors == [.truncated])
        #expect(!pair.server.channel.isActive)
    }

    @Test func truncationWithinARecordIsTold() throws {
        let pair = try TLSPair.open()
        pair.client.write("all or nothing")
        let record = try #require(pair.client.takeOutbound().first)
        let part = try #require(record.getSlice(at: record.readerIndex, length: record.readableBytes - 1))
        try pair.server.channel.writeInbound(part)
        pair.server.drop()
        #expect(pair.server.recorder.tlsErrors == [.truncated] && pair.server.recorder.readCount == 0)
    }

    @Test func dropAfterCloseNotifyIsNoError() throws {
        let pair = try TLSPair.open()
        _ = pair.client.close()
        _ = try pair.carry(pair.client, pair.server)
        pair.server.drop()
        #expect(pair.server.recorder.errors.isEmpty)
    }

    @Test func writesAfterCloseFail() throws {
        let (pair, _) = try Self.lasting()
        let unflushed = pair.client.write("unflushed", flush: false)
        _ = pair.client.close()
        #expect(unflushed.tlsError == .closed)
        #expect(pair.client.channel.isActive)
        #expect(pair.client.write("too late").tlsError == .closed)
    }

    @Test func closeWaitsForThePeerAndNoLonger() throws {
        let (pair, _) = try Self.lasting()
        let first = pair.client.close()
        let second = pair.client.close()
        pair.client.channel.embeddedEventLoop.advanceTime(by: TLSLimits.closeWait - .milliseconds(1))
        #expect(pair.client.channel.isActive && first.result == nil)
        pair.client.channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
        #expect(!pair.client.channel.isActive)
        #expect(first.isSuccess && second.isSuccess)
        #expect(pair.client.recorder.errors.isEmpty)
    }

    @Test func closeEndsWithThePeersAnswer() throws {
        let (pair, swallower) = try Self.lasting()
        let closed = pair.client.close()
        #expect(swallower.halfCloses == 1 && closed.result == nil)
        try pair.shuttle()
        #expect(closed.isSuccess && !pair.client.channel.isActive)
    }

    @Test func dataAfterCloseIsThrownAway() throws {
        let (pair, _) = try Self.lasting()
        _ = pair.client.close()
        pair.server.write("crossed the close")
        try pair.shuttle()
        #expect(pair.client.recorder.readCount == 0 && pair.client.recorder.errors.isEmpty)
        #expect(!pair.client.channel.isActive)
    }

    @Test func closeBeforeTheHandshakeIsAtOnce() throws {
        let end = try TLSEnd(TestContext.client())
        let held = end.write("held")
        let closed = end.close()
        #expect(closed.isSuccess && held.tlsError == .closed)
        #expect(!end.channel.isActive && end.recorder.errors.isEmpty)
    }

    @Test func closeWithinTheHandshakeEventSendsWhatWasFlushedBefore() throws {
        let pair = try TLSPair()
        let flushed = pair.server.write("goodbye")
        let unflushed = pair.server.write("not sent", flush: false)
        pair.server.recorder.onHandshake = { $0.channel.close(promise: nil) }
        try pair.shuttle()
        #expect(flushed.isSuccess && unflushed.tlsError == .closed)
        #expect(pair.client.recorder.text == "goodbye" && pair.client.recorder.errors.isEmpty)
        #expect(pair.server.recorder.errors.isEmpty && !pair.server.channel.isActive)
    }

    @Test func oneDirectionAloneIsNotClosed() throws {
        let pair = try TLSPair.open()
        let outcome = Outcome(pair.client.channel.close(mode: .output))
        guard case .failure(let error as ChannelError) = outcome.result else {
            Issue.record("half-close should be refused, got \(String(describing: outcome.result))")
            return
        }
        #expect(error == .operationUnsupported && pair.client.channel.isActive)
    }

    @Test func afterAFailureTheRestIsThrownAwayAndTheWaitBounded() throws {
        let swallower = HalfCloseSwallower()
        let server = try TLSEnd(TestContext.server(), below: [swallower])
        let old = try TLSEnd(TestContext.client(weakened: .oldVersion))
        for hello in try old.takeOutbound() { try server.channel.writeInbound(hello) }
        #expect(server.recorder.tlsErrors == [.handshakeFailed(reason: "unsupported protocol")])
        #expect(swallower.halfCloses == 1)
        try server.channel.writeInbound(ByteBuffer(string: "more of it"))
        #expect(server.channel.isActive && server.recorder.errors.count == 1)
        server.channel.embeddedEventLoop.advanceTime(by: TLSLimits.closeWait)
        #expect(!server.channel.isActive)
    }

    @Test func nothingOutlivesTheConnection() throws {
        weak var client: TLSHandler?
        weak var server: TLSHandler?
        weak var context: TLSContext?
        do {
            let serverContext = try TestContext.server()
            context = serverContext
            let pair = try TLSPair(client: TestContext.client(), server: serverContext)
            try pair.shuttle()
            pair.client.write("x")
            try pair.shuttle()
            _ = pair.client.close()
            try pair.shuttle()
            client = pair.client.handler
            server = pair.server.handler
            for end in [pair.client, pair.server] { end.channel.embeddedEventLoop.run() }
        }
        #expect(client == nil && server == nil && context == nil)
    }

    /// An open pair whose client channel stays open when only its output is closed, as a socket does.
    private static func lasting() throws -> (TLSPair, HalfCloseSwallower) {
        let swallower = HalfCloseSwallower()
        let pair = try TLSPair(
            client: TLSEnd(TestContext.client(), below: [swallower]), server: TLSEnd(TestContext.server()))
        try pair.shuttle()
        return (pair, swallower)
    }
}

/// An embedded channel takes a half-close for a whole one; this keeps it open, and counts.
private final class HalfCloseSwallower: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer

    var halfCloses = 0

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .output else {
            context.close(mode: mode, promise: promise)
            return
        }
        halfCloses += 1
        promise?.succeed()
    }
}
