import NIOCore
import NIOEmbedded
import NIOTestUtils
import TamgaWire
import Testing

@Suite struct FrameDecoderTests {
    @Test(arguments: [MessageDirection.requests, .answers])
    func wholeDrippedAndBatched(direction: MessageDirection) throws {
        var arbitrary = Arbitrary(seed: 21)
        var pairs: [(ByteBuffer, [FrameEvent])] = try arbitrary.messages().map { message in
            let bytes = try message.frame()
            let body = ByteBuffer(bytes: bytes.readableBytesView.dropFirst(16))
            let frame = FrameEvent.frame(Frame(requestID: 7, kind: message.kind, body: body))
            return (bytes, [message.kind.direction == direction ? frame : unknown(message.kind.rawValue)])
        }
        pairs.append((header(length: 0, kind: 0x7E), [unknown(0x7E)]))
        pairs.append((header(length: 5, kind: 0x7E) + ByteBuffer(string: "skip!"), [unknown(0x7E)]))
        try ByteToMessageDecoderVerifier.verifyDecoder(inputOutputPairs: pairs) {
            FrameDecoder(direction: direction, limits: .established)
        }
    }

    private func unknown(_ kind: UInt8) -> FrameEvent {
        let error = WireError(.unknownKind, field: "kind", message: "kind \(kind) is not known here")
        return .refused(FrameRefusal(requestID: 7, kind: kind, error: error))
    }

    @Test func headersAreJudgedBeforeTheBody() throws {
        let cases: [(ByteBuffer, WireErrorCode, UInt64)] = [
            (header(length: 0, version: 2, kind: 1), .unsupportedVersion, 0),
            (header(length: 0, kind: 1, flags: 1), .malformedFrame, 7),
            (header(length: 0, kind: 1, flags: 0x8000), .malformedFrame, 7),
            (header(length: 0, kind: 1, requestID: 0), .malformedFrame, 0),
            (header(length: 4_097, kind: MessageKind.hello.rawValue), .frameTooLarge, 7),
            (header(length: 4_097, kind: MessageKind.enrol.rawValue), .frameTooLarge, 7),
            (header(length: .max, kind: 0x7E), .frameTooLarge, 7),
        ]
        for (bytes, code, id) in cases {
            var reader = FrameReader(direction: .requests)
            reader.append(bytes)
            let refusal = try #require(throws: FrameRefusal.self) { try reader.next() }
            #expect(refusal.error.code == code)
            #expect(refusal.requestID == id)
            // The stream is lost: whatever comes next is refused the same way.
            reader.append(header(length: 0, kind: 1))
            #expect(throws: refusal) { try reader.next() }
        }
    }

    @Test func limitsFollowTheKindAndTheState() throws {
        let enrol = MessageKind.enrol.rawValue
        for (limits, kind, length, isTaken) in [
            (WireLimits.beforeHello, enrol, 4_096 as UInt32, true), (.beforeHello, enrol, 4_097, false),
            (.established, enrol, 3_145_728, true), (.established, enrol, 3_145_729, false),
            (.established, 0x7E, 3_145_728, true), (.established, 0x7E, 3_145_729, false),
            (.established, MessageKind.read.rawValue, 16_384, true),
            (.established, MessageKind.read.rawValue, 16_385, false),
            (.established(frameBytes: 20_000), enrol, 20_000, true),
            (.established(frameBytes: 20_000), enrol, 20_001, false),
        ] {
            var decoder = FrameDecoder(direction: .requests, limits: limits)
            var bytes = header(length: length, kind: kind)
            if isTaken {
                _ = try decoder.decode(buffer: &bytes)
                #expect(decoder.isInsideFrame)
            } else {
                let refusal = #expect(throws: FrameRefusal.self) { try decoder.decode(buffer: &bytes) }
                #expect(refusal?.error.code == .frameTooLarge)
            }
        }
    }

    @Test func limitsMayChangeBetweenFramesThatArrivedTogether() throws {
        let large = [UInt8](repeating: 3, count: 5_000)
        var bytes = ByteBuffer()
        try Request.hello(Hello(client: "c")).encode(requestID: 1, into: &bytes)
        let identify = Request.identify(Identify(fingers: [FingerRecord(format: 1, record: large)]))
        try identify.encode(requestID: 2, into: &bytes)
        var reader = FrameReader(direction: .requests)
        reader.append(bytes)
        guard case .frame? = try reader.next() else { throw Missing() }
        reader.limits = .established
        guard case .frame(let frame)? = try reader.next() else { throw Missing() }
        #expect(try Request(frame) == identify)
    }

    private struct Missing: Error {}

    @Test func nothingIsReservedForABodyThatIsNotThere() throws {
        var reader = FrameReader(direction: .requests, limits: .established)
        reader.append(header(length: 3_000_000, kind: MessageKind.enrol.rawValue))
        #expect(try reader.next() == nil)
        #expect(reader.unreadBytes == 0)
        #expect(reader.isInsideFrame)
    }

    @Test func anUnknownKindsBodyIsDroppedAsItArrives() throws {
        var reader = FrameReader(direction: .requests, limits: .established)
        reader.append(header(length: 3_000_000, kind: 0x7E))
        #expect(try reader.next() == unknown(0x7E))
        for _ in 0..<30 {
            reader.append(ByteBuffer(repeating: 0xFF, count: 100_000))
            #expect(try reader.next() == nil)
            #expect(reader.unreadBytes == 0)
        }
        reader.append(header(length: 0, kind: MessageKind.stats.rawValue))
        #expect(try reader.next() == .frame(Frame(requestID: 7, kind: .stats, body: ByteBuffer())))
    }

    @Test func aStreamThatEndsInsideAFrameIsRefused() throws {
        let whole = try Message.request(.ping(Ping(payload: [1, 2, 3]))).frame()
        for length in 0...whole.readableBytes {
            var reader = FrameReader(direction: .requests)
            reader.append(ByteBuffer(bytes: whole.readableBytesView.prefix(length)))
            let event = try reader.next()
            #expect((event != nil) == (length == whole.readableBytes))
            if length == 0 || length == whole.readableBytes {
                try reader.finish()
            } else {
                let refusal = #expect(throws: FrameRefusal.self) { try reader.finish() }
                #expect(refusal?.error.code == .malformedFrame)
            }
        }
    }

    @Test func itWorksInAPipeline() throws {
        let decoder = FrameDecoder(direction: .requests)
        let channel = EmbeddedChannel(handler: ByteToMessageHandler(decoder))
        try channel.writeInbound(header(length: 0, kind: MessageKind.stats.rawValue))
        #expect(try channel.readInbound(as: FrameEvent.self) != nil)
        #expect(throws: FrameRefusal.self) { try channel.writeInbound(header(length: 0, version: 9, kind: 1)) }
        _ = try? channel.finish()
    }
}

private func + (one: ByteBuffer, other: ByteBuffer) -> ByteBuffer {
    var sum = one
    sum.writeImmutableBuffer(other)
    return sum
}
