import NIOCore
import TamgaWire
import Testing

/// Options lie among the fields of any request, wherever the client puts them.
@Suite struct RequestOptionsTests {
    private static let person: [UInt8] = [0x80, 0x01, 0, 0, 0, 4, 0x50, 0x2D, 0x31, 0x37]
    private static let deadline: [UInt8] = [0x8F, 0x01, 0, 0, 0, 4, 0, 0, 1, 0xF4]
    private static let bulk: [UInt8] = [0x8F, 0x02, 0, 0, 0, 1, 2]

    private func read(_ body: [UInt8], _ kind: MessageKind = .delete) throws -> (Request, RequestOptions) {
        try Request.read(Frame(requestID: 7, kind: kind, body: ByteBuffer(bytes: body)))
    }

    private func code(_ body: [UInt8], _ kind: MessageKind = .delete) -> WireErrorCode? {
        do {
            _ = try read(body, kind)
            return nil
        } catch { return (error as? WireError)?.code }
    }

    @Test(arguments: [
        person + deadline + bulk, deadline + person + bulk, bulk + deadline + person, bulk + person + deadline,
    ]) func anyOrderIsTheSame(body: [UInt8]) throws {
        let (request, options) = try read(body)
        #expect(request == .delete(Delete(person: "P-17")))
        #expect(options == RequestOptions(deadlineMilliseconds: 500, requestClass: .bulk))
    }

    @Test func withoutOptionsNothingIsSaid() throws {
        #expect(try read(Self.person).1 == .none)
        // One that nobody knows and nobody has to know.
        #expect(try read(Self.person + [0x0F, 0x77, 0, 0, 0, 1, 9]).1 == .none)
    }

    @Test func optionsAreJudgedLikeAnyField() {
        #expect(code(Self.person + Self.bulk + Self.bulk) == .malformedMessage)
        #expect(code(Self.person + [0x8F, 0x02, 0, 0, 0, 1, 3]) == .limitExceeded)
        #expect(code(Self.person + [0x8F, 0x02, 0, 0, 0, 2, 0, 1]) == .malformedMessage)
        #expect(code(Self.person + [0x8F, 0x01, 0, 0, 0, 4, 0, 0, 0, 0]) == .limitExceeded)
        #expect(code(Self.person + [0x8F, 0x01, 0, 0, 0, 4, 0xFF, 0, 0, 0]) == .limitExceeded)
        #expect(code(Self.person + [0x8F, 0x09, 0, 0, 0, 0]) == .unknownCriticalField)
        #expect(code(Self.deadline) == .malformedMessage)
    }

    /// What is left after the last whole field is the message's to refuse, with options before it or without.
    @Test(arguments: 1..<10) func aBodyCutInsideAFieldIsRefused(cut: Int) {
        #expect(code(Self.person + Self.deadline.dropLast(cut)) == .malformedMessage)
        #expect(code(Self.deadline + Self.person.dropLast(cut)) == .malformedMessage)
        #expect(code(Self.deadline + Self.person + [1, 2, 3]) == .malformedMessage)
    }

    /// There is nothing to wait for: such a field is as unknown there as any other.
    @Test func helloPingAndCancelTakeNone() {
        let payload: [UInt8] = [0x80, 0x01, 0, 0, 0, 1, 9]
        #expect(code(payload, .ping) == nil)
        #expect(code(payload + Self.bulk, .ping) == .unknownCriticalField)
        #expect(!MessageKind.cancel.takesOptions && !MessageKind.hello.takesOptions && !MessageKind.error.takesOptions)
        #expect(MessageKind.allCases.filter(\.takesOptions).count == 21)
    }

    @Test func whatIsWrittenIsRead() throws {
        for requestClass in RequestClass.allCases {
            let options = RequestOptions(deadlineMilliseconds: 86_400_000, requestClass: requestClass)
            var bytes = ByteBuffer()
            try Request.stats(Stats()).encode(requestID: 1, options: options, into: &bytes)
            let body = ByteBuffer(bytes.readableBytesView.dropFirst(WireLimits.headerBytes))
            #expect(try Request.read(Frame(requestID: 1, kind: .stats, body: body)).options == options)
        }
        var bytes = ByteBuffer()
        #expect(throws: WireError.self) {
            try Request.stats(Stats()).encode(
                requestID: 1, options: RequestOptions(deadlineMilliseconds: 0), into: &bytes)
        }
        #expect(bytes.readableBytes == 0)
    }
}
