public import NIOCore

/// A frame decoder with the bytes it has not used yet: one frame at a time, so that a session may change its
/// limits, or stop reading, between any two frames.
public struct FrameReader: Sendable {
    private var decoder: FrameDecoder
    private var unread = ByteBuffer()

    /// A reader of frames that travel in one direction, within these limits.
    public init(direction: MessageDirection, limits: WireLimits = .beforeHello) {
        decoder = FrameDecoder(direction: direction, limits: limits)
    }

    /// The limits that count from the next header on.
    public var limits: WireLimits {
        get { decoder.limits }
        set { decoder.limits = newValue }
    }

    /// Bytes that arrived and are not part of a frame handed out yet.
    public var unreadBytes: Int { unread.readableBytes }

    /// Whether a frame has begun and not ended.
    public var isInsideFrame: Bool { decoder.isInsideFrame || unread.readableBytes > 0 }

    /// Adds bytes as they arrived. Linear in their number, and in that of the unread ones when room must be made.
    public mutating func append(_ bytes: ByteBuffer) {
        guard unread.readableBytes > 0 else {
            unread = bytes
            return
        }
        if unread.readerIndex > unread.readableBytes { unread.discardReadBytes() }
        unread.writeImmutableBuffer(bytes)
    }

    /// The next frame, or nil until more bytes are there.
    ///
    /// - Throws: ``FrameRefusal``, after which the stream has no further frame.
    public mutating func next() throws(FrameRefusal) -> FrameEvent? {
        try decoder.decode(buffer: &unread)
    }

    /// To be called when the stream has ended and ``next()`` has returned nil.
    ///
    /// - Throws: ``FrameRefusal`` when it ended inside a frame.
    public mutating func finish() throws(FrameRefusal) {
        _ = try decoder.decodeLast(buffer: &unread, seenEOF: true)
    }
}
