public import NIOCore

/// Cuts a byte stream into frames, refusing each one as soon as its header can be judged.
///
/// It holds a header at most, reserves nothing, and takes a body only once all of it has arrived. An error it
/// throws (always a ``FrameRefusal``) is final: the stream has no further frame border, and it throws the same again.
public struct FrameDecoder: NIOSingleStepByteToMessageDecoder, Sendable {
    public typealias InboundOut = FrameEvent

    /// The limits of the session's present state; what is set here counts from the next header on.
    public var limits: WireLimits
    /// Which kinds are known at this end: the server takes requests, the client answers.
    public let direction: MessageDirection
    private var state = State.header

    private enum State {
        case header
        case body(FrameHeader, MessageKind)
        case skipping(FrameHeader, remaining: Int)
        case failed(FrameRefusal)
    }

    /// A decoder of frames that travel in one direction, within these limits.
    public init(direction: MessageDirection, limits: WireLimits = .beforeHello) {
        self.direction = direction
        self.limits = limits
    }

    /// Whether a frame has begun and not ended: what a deadline for slow frames looks at.
    public var isInsideFrame: Bool {
        if case .header = state { false } else { true }
    }

    /// The next frame of the buffer, or nil until more bytes are there.
    ///
    /// - Throws: ``FrameRefusal``.
    public mutating func decode(buffer: inout ByteBuffer) throws(FrameRefusal) -> FrameEvent? {
        skip(&buffer)
        if case .header = state, let header = FrameHeader(taking: &buffer) {
            if let refused = try begin(header) { return .refused(refused) }
        }
        switch state {
        case .header, .skipping: return nil
        case .body(let header, let kind): return takeBody(of: header, kind, from: &buffer).map(FrameEvent.frame)
        case .failed(let refusal): throw refusal
        }
    }

    /// As ``decode(buffer:)``; at the end of the stream it refuses a frame that is not whole.
    public mutating func decodeLast(
        buffer: inout ByteBuffer, seenEOF: Bool
    ) throws(FrameRefusal) -> FrameEvent? {
        if let event = try decode(buffer: &buffer) { return event }
        guard isInsideFrame || buffer.readableBytes > 0 else { return nil }
        let refusal = FrameRefusal(
            requestID: 0, kind: 0,
            error: WireError(.malformedFrame, message: "the connection ended inside a frame"))
        state = .failed(refusal)
        throw refusal
    }
}

// MARK: Steps
extension FrameDecoder {
    /// Judges a header; returns the refusal of an unknown kind, whose body is then skipped.
    private mutating func begin(_ header: FrameHeader) throws(FrameRefusal) -> FrameRefusal? {
        do throws(FrameRefusal) {
            try header.check(limits)
        } catch {
            state = .failed(error)
            throw error
        }
        if let kind = MessageKind(rawValue: header.kind), kind.direction == direction {
            state = .body(header, kind)
            return nil
        }
        state = header.length == 0 ? .header : .skipping(header, remaining: Int(header.length))
        return header.refusal(.unknownKind, "kind", "kind \(header.kind) is not known here", nil)
    }

    private mutating func skip(_ buffer: inout ByteBuffer) {
        guard case .skipping(let header, let remaining) = state else { return }
        let here = min(remaining, buffer.readableBytes)
        buffer.moveReaderIndex(forwardBy: here)
        state = here == remaining ? .header : .skipping(header, remaining: remaining - here)
    }

    private mutating func takeBody(
        of header: FrameHeader, _ kind: MessageKind, from buffer: inout ByteBuffer
    ) -> Frame? {
        guard let body = buffer.readSlice(length: Int(header.length)) else { return nil }
        state = .header
        return Frame(requestID: header.requestID, kind: kind, body: body)
    }
}
