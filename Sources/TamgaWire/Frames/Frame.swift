public import NIOCore

/// One frame whose header was found in order: its body is not looked at yet.
public struct Frame: Sendable, Hashable {
    public var requestID: UInt64
    public var kind: MessageKind
    public var body: ByteBuffer

    /// A frame of this content; its length is judged when it is read or encoded.
    public init(requestID: UInt64, kind: MessageKind, body: ByteBuffer) {
        self.requestID = requestID
        self.kind = kind
        self.body = body
    }
}

/// A frame that was refused by its header, with what is needed to answer it.
public struct FrameRefusal: Error, Sendable, Hashable {
    /// The request to answer; 0 where the error concerns the connection.
    public var requestID: UInt64
    /// The kind the header named.
    public var kind: UInt8
    public var error: WireError

    /// A refusal of the frame with this request id and kind, for this reason.
    public init(requestID: UInt64, kind: UInt8, error: WireError) {
        self.requestID = requestID
        self.kind = kind
        self.error = error
    }
}

/// What the frame decoder found next.
public enum FrameEvent: Sendable, Hashable {
    /// A whole frame of a known kind.
    case frame(Frame)
    /// A frame of an unknown kind: answer the error; its body is skipped as it arrives and the connection goes on.
    case refused(FrameRefusal)
}
