import NIOCore
import TamgaWire

/// A request or an answer, so that one test can walk over both.
enum Message: Hashable {
    case request(Request)
    case answer(Answer)

    init(_ frame: Frame) throws(WireError) {
        switch frame.kind.direction {
        case .requests: self = .request(try Request(frame))
        case .answers: self = .answer(try Answer(frame))
        }
    }

    var kind: MessageKind {
        switch self {
        case .request(let request): request.kind
        case .answer(let answer): answer.kind
        }
    }

    func frame(requestID: UInt64 = 7) throws(WireError) -> ByteBuffer {
        var buffer = ByteBuffer()
        switch self {
        case .request(let request): try request.encode(requestID: requestID, into: &buffer)
        case .answer(let answer): try answer.encode(requestID: requestID, into: &buffer)
        }
        return buffer
    }

    /// The bytes behind the header.
    func body() throws(WireError) -> [UInt8] { Array(try frame().readableBytesView.dropFirst(16)) }

    init(kind: MessageKind, body: [UInt8]) throws(WireError) {
        try self.init(Frame(requestID: 7, kind: kind, body: ByteBuffer(bytes: body)))
    }
}

extension Arbitrary {
    /// One of every kind.
    mutating func messages() -> [Message] { requests().map(Message.request) + answers().map(Message.answer) }
}

/// One field as bytes, with any tag, for bodies the encoder would never write.
func field(_ tag: UInt16, _ value: [UInt8]) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.writeMultipleIntegers(tag, UInt32(value.count))
    return Array(buffer.readableBytesView) + value
}

/// The fields of a body, one by one; the body must be whole.
func fields(of body: [UInt8]) -> [(tag: UInt16, bytes: [UInt8])] {
    var rest = ByteBuffer(bytes: body)
    var fields: [(UInt16, [UInt8])] = []
    while let (tag, length) = rest.readMultipleIntegers(as: (UInt16, UInt32).self),
        let value = rest.readBytes(length: Int(length))
    {
        fields.append((tag, field(tag, value)))
    }
    return fields
}

/// A header with any values.
func header(length: UInt32, version: UInt8 = 1, kind: UInt8, flags: UInt16 = 0, requestID: UInt64 = 7) -> ByteBuffer {
    var buffer = ByteBuffer()
    FrameHeader(length: length, version: version, kind: kind, flags: flags, requestID: requestID).write(to: &buffer)
    return buffer
}

/// The error a body is thrown out with.
func refusal(of body: [UInt8], as kind: MessageKind) -> WireError? {
    do throws(WireError) {
        _ = try Message(kind: kind, body: body)
        return nil
    } catch {
        return error
    }
}
