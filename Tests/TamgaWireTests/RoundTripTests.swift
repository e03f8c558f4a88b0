import NIOCore
import TamgaWire
import Testing

@Suite struct RoundTripTests {
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func everyMessageComesBackAsItWas(seed: UInt64) throws {
        var arbitrary = Arbitrary(seed: seed)
        for _ in 0..<10 {
            for message in arbitrary.messages() {
                let id = arbitrary.requestID()
                var reader = FrameReader(direction: message.kind.direction, limits: .established)
                reader.append(try message.frame(requestID: id))
                guard case .frame(let frame)? = try reader.next() else {
                    Issue.record("no frame of \(message.kind), seed \(seed)")
                    continue
                }
                #expect(frame.requestID == id)
                #expect(try Message(frame) == message, "seed \(seed)")
                try reader.finish()
            }
        }
    }

    @Test func everyKindIsGenerated() {
        var arbitrary = Arbitrary(seed: 1)
        #expect(arbitrary.messages().map(\.kind.rawValue) == MessageKind.allCases.map(\.rawValue).sorted())
    }

    @Test func encodingAppendsToWhatIsThere() throws {
        var buffer = ByteBuffer(string: "before")
        try Request.stats(Stats()).encode(requestID: 1, into: &buffer)
        #expect(buffer.readString(length: 6) == "before")
        #expect(buffer.readableBytes == 16)
    }

    @Test func fieldOrderDoesNotMatter() throws {
        var arbitrary = Arbitrary(seed: 3)
        for message in arbitrary.messages() {
            let parts = fields(of: try message.body())
            // Backwards, but with the values of each repeated field still in their order.
            let tags = parts.map(\.tag).reversed().reduce(into: [UInt16]()) { if !$0.contains($1) { $0.append($1) } }
            let body = tags.flatMap { tag in parts.filter { $0.tag == tag }.flatMap(\.bytes) }
            #expect(try Message(kind: message.kind, body: body) == message)
        }
    }

    @Test func kindsPairUp() {
        for kind in MessageKind.allCases where kind.direction == .requests {
            #expect(kind.answer?.direction == .answers)
        }
        #expect(MessageKind.hello.answer == .welcome)
        #expect(MessageKind.stats.answer == .statistics)
        #expect(MessageKind.error.answer == nil)
    }

    @Test func namesAndChangesAreThoseOfTheSpecification() {
        #expect(
            MessageKind.allCases.map(\.name).filter { $0.contains("-") } == [
                "add-encounter", "look-up", "lift-ban", "encounter-added", "looked-up", "ban-lifted", "alert-list",
                "due-list", "history-list",
            ])
        #expect(MessageKind.registered.name == "registered")
        #expect(
            MessageKind.allCases.filter(\.isChange) == [
                .enrol, .delete, .addEncounter, .update, .merge, .register, .link, .unlink, .refuse, .remove, .liftBan,
                .close, .certificate,
            ])
    }
}
