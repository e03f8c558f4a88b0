import NIOCore
import TamgaWire
import Testing

/// The vectors in docs/vectors, which a second implementation made from docs/PROTOCOL.md alone, against this one.
@Suite struct SharedVectorTests {
    private let vectors: [SharedVector]

    init() throws { vectors = try SharedVector.all() }

    @Test func thereAreVectorsOfEveryKind() {
        #expect(vectors.count > 3_000)
        let accepted = Set(vectors.compactMap(\.kind))
        #expect(accepted == Set(MessageKind.allCases.map(\.name)))
        let codes = Set(vectors.compactMap(\.refused))
        #expect(codes.isSuperset(of: ["malformed-message", "limit-exceeded", "unknown-critical-field"]))
    }

    @Test func theAcceptedAreReadAndWrittenAsTheyCame() {
        for vector in vectors where vector.refused == nil {
            do {
                let read = try Self.read(vector)
                #expect(read.kind.name == vector.kind, "\(vector.name)")
                #expect(read.requestID == vector.requestID, "\(vector.name)")
                #expect((read.again == vector.frame) == vector.isSame, "\(vector.name)")
            } catch { Issue.record("\(vector.name): \(error)") }
        }
    }

    @Test func theRefusedAreRefusedForWhatThePageSays() {
        for vector in vectors where vector.refused != nil && !vector.isJudgedByServer {
            do {
                _ = try Self.read(vector)
                Issue.record("taken: \(vector.name)")
            } catch let error as WireError {
                #expect(error.code.name == vector.refused, "\(vector.name): \(error)")
                if let field = vector.field { #expect(error.field == field, "\(vector.name): \(error)") }
            } catch { Issue.record("\(vector.name): \(error)") }
        }
    }

    /// What only a server can judge is a message all the same.
    @Test func whatIsJudgedByTheServerIsReadable() {
        for vector in vectors where vector.isJudgedByServer {
            do { _ = try Self.read(vector) } catch { Issue.record("\(vector.name): \(error)") }
        }
    }

    private struct Reading {
        var kind: MessageKind
        var requestID: UInt64
        /// The bytes that the message is written as.
        var again: [UInt8]
    }

    /// - Throws: `WireError`, also for what a stream is refused for.
    private static func read(_ vector: SharedVector) throws -> Reading {
        let direction: MessageDirection = vector.isOfClient ? .requests : .answers
        var reader = FrameReader(direction: direction, limits: vector.isOpening ? .beforeHello : .established)
        reader.append(ByteBuffer(bytes: vector.frame))
        do {
            guard let event = try reader.next() else {
                try reader.finish()
                throw WireError(.malformedFrame, message: "no frame")
            }
            try reader.finish()
            switch event {
            case .frame(let frame): return try reading(frame)
            case .refused(let refusal): throw refusal.error
            }
        } catch let refusal as FrameRefusal { throw refusal.error }
    }

    private static func reading(_ frame: Frame) throws -> Reading {
        var buffer = ByteBuffer()
        switch frame.kind.direction {
        case .requests:
            let (request, options) = try Request.read(frame)
            try request.encode(requestID: frame.requestID, options: options, into: &buffer)
        case .answers: try Answer(frame).encode(requestID: frame.requestID, into: &buffer)
        }
        return Reading(kind: frame.kind, requestID: frame.requestID, again: Array(buffer.readableBytesView))
    }
}
