import NIOCore
import NIOEmbedded
import TamgaServer
import TamgaWire
import Testing

/// What may take only so long, in the embedded channel's time; and what a client may leave unread.
@Suite struct SessionDeadlineTests {
    @Test func withoutAHelloTheConnectionCloses() throws {
        let bench = try SessionBench { $0.helloTimeout = .seconds(3) }
        bench.shakeHands()
        bench.pass(.seconds(2))
        try bench.channel.writeInbound(header(length: 3, kind: MessageKind.hello.rawValue, id: 1))
        try bench.channel.writeInbound(ByteBuffer(bytes: [0, 0, 0]))
        #expect(try bench.errorCodes() == [.malformedMessage])
        #expect(bench.channel.isActive)
        bench.pass(.seconds(1))
        #expect(!bench.channel.isActive, "a malformed hello buys no time")
    }

    @Test func anIdleConnectionClosesAndAPingKeepsIt() throws {
        let bench = try SessionBench { $0.idleTimeout = .seconds(5) }
        try bench.open()
        for id in 2...4 as ClosedRange<UInt64> {
            bench.pass(.seconds(4))
            try bench.send(ping(), id)
        }
        #expect(bench.channel.isActive)
        bench.pass(.milliseconds(4_999))
        #expect(bench.channel.isActive)
        bench.pass(.milliseconds(1))
        #expect(!bench.channel.isActive)
    }

    @Test func aRequestInFlightKeepsTheConnection() throws {
        let bench = try SessionBench { $0.idleTimeout = .seconds(5) }
        try bench.open()
        try bench.send(.stats(Stats()), 2)
        bench.pass(.seconds(60))
        #expect(bench.channel.isActive)
        try bench.responder.answer(.deleted("x"))
        bench.pass(.seconds(4))
        #expect(bench.channel.isActive)
        bench.pass(.seconds(1))
        #expect(!bench.channel.isActive)
    }

    @Test func aFrameThatComesDropByDropIsGivenUp() throws {
        let bench = try SessionBench { $0.frameTimeout = .seconds(10) }
        try bench.open()
        try bench.channel.writeInbound(header(length: 1_000, kind: MessageKind.identify.rawValue, id: 2))
        for _ in 0..<9 {
            bench.pass(.seconds(1))
            try bench.channel.writeInbound(ByteBuffer(bytes: [1]))
        }
        #expect(bench.channel.isActive)
        bench.pass(.seconds(1))
        #expect(!bench.channel.isActive, "single bytes buy no time")
    }

    @Test func wholeFramesBuyTimeForTheNext() throws {
        let bench = try SessionBench { $0.frameTimeout = .seconds(10) }
        try bench.open()
        var pings = ByteBuffer()
        for id in 2...40 as ClosedRange<UInt64> { pings.writeImmutableBuffer(try bytes(ping(), id)) }
        // One byte too many each time: the client is always inside a frame.
        try bench.channel.writeInbound(pings.readSlice(length: 1) ?? ByteBuffer())
        while let part = pings.readSlice(length: min(pings.readableBytes, 23)), part.readableBytes > 0 {
            bench.pass(.seconds(9))
            try bench.channel.writeInbound(part)
        }
        #expect(bench.channel.isActive)
        #expect(try bench.answers().count == 39)
    }

    @Test func aClientThatTakesNoAnswersIsGivenUp() throws {
        let bench = try SessionBench { $0.writeTimeout = .seconds(7) }
        try bench.open()
        bench.setWritable(false)
        try bench.send(ping(), 2)
        #expect(try bench.answers().isEmpty, "nothing is begun while the socket is full")
        bench.pass(.seconds(6))
        bench.setWritable(true)
        #expect(try bench.answers().count == 1)
        bench.setWritable(false)
        bench.pass(.seconds(6))
        #expect(bench.channel.isActive)
        bench.pass(.seconds(1))
        #expect(!bench.channel.isActive)
    }

    @Test func tooManyUnreadBytesEndTheConnection() throws {
        let bench = try SessionBench(holdsWrites: true) {
            $0.session.frameBytes = 16_384
            $0.outboundPauseBytes = 16_400
            $0.outboundBytes = 16_400
        }
        try bench.open()
        for id in 2...800 as ClosedRange<UInt64> where bench.channel.isActive { try bench.send(ping(), id) }
        #expect(!bench.channel.isActive)
    }

    @Test func drainingClosesOnceTheLastAnswerHasLeft() throws {
        let bench = try SessionBench { $0.flushTimeout = .seconds(10) }
        try bench.open()
        try bench.send(.stats(Stats()), 2)
        bench.channel.pipeline.fireUserInboundEventTriggered(SessionCommand.drain)
        try bench.send(.stats(Stats()), 3)
        #expect(try bench.errorCodes() == [.shuttingDown])
        #expect(bench.channel.isActive)
        try bench.responder.answer(.deleted("x"))
        let last = try bench.answers()
        #expect(last.first == .answer(2, .deleted("x")) && last.count == 2)
        #expect(!bench.channel.isActive)
    }

    @Test func abortClosesAtOnce() throws {
        let bench = try SessionBench()
        try bench.open()
        try bench.send(.stats(Stats()), 2)
        bench.channel.pipeline.fireUserInboundEventTriggered(SessionCommand.abort)
        #expect(!bench.channel.isActive)
    }

    @Test func theLastErrorMayTakeOnlySoLong() throws {
        let bench = try SessionBench(holdsWrites: true) { $0.flushTimeout = .seconds(10) }
        try bench.open()
        try bench.channel.writeInbound(header(length: 0, kind: 0x20, id: 5, flags: 1))
        bench.pass(.seconds(9))
        #expect(bench.channel.isActive)
        bench.pass(.seconds(1))
        #expect(!bench.channel.isActive)
    }
}
