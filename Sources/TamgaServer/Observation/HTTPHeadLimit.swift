import NIOCore

/// Lets a connection send so many bytes, and no more: its one request is a head without a body. What comes beyond is a
/// ``HTTPHeadTooLong``, once, and is not looked at any more.
final class HTTPHeadLimit: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private var left: Int
    private var isOver = false

    /// - Parameter bytes: that may come.
    init(bytes: Int) { left = bytes }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        var bytes = unwrapInboundIn(data)
        let fitting = bytes.readSlice(length: min(left, bytes.readableBytes))
        left -= fitting?.readableBytes ?? 0
        if let fitting { context.fireChannelRead(wrapInboundOut(fitting)) }
        guard bytes.readableBytes > 0 else { return }
        isOver = true
        context.fireErrorCaught(HTTPHeadTooLong())
    }
}

/// A request whose head is longer than it may be.
struct HTTPHeadTooLong: Error, Hashable, Sendable {}
