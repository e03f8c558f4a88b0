import NIOCore
import NIOHTTP1
import TamgaMetrics

/// One connection of who watches: answers its one request, says that it sends no more, and closes when the client does
/// or when its time is over.
final class MetricsHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let observation: ServerObservation
    private let lifetime: TimeAmount
    private var timer: Scheduled<Void>?
    /// A HEAD is answered without a body, whatever the answer.
    private var isHead = false
    private var isAnswered = false
    private var isSent = false
    private var isClientDone = false

    init(_ observation: ServerObservation, lifetime: TimeAmount) {
        (self.observation, self.lifetime) = (observation, lifetime)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        timer = context.eventLoop.scheduleTask(in: lifetime) { channel.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // A body, or another request, is read and left: a socket closed with unread bytes could take the answer along.
        guard case .head(let head) = unwrapInboundIn(data), !isAnswered else { return }
        isHead = head.method == .HEAD
        let accept = head.headers["Accept"].joined(separator: ",")
        answer(MetricsAnswer(head.method, head.uri, accept: accept, observation), context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case .inputClosed? = event as? ChannelEvent else {
            return context.fireUserInboundEventTriggered(event)
        }
        isClientDone = true
        // Not answered: less than a request came, and no more will. Answered: the answer may still be on its way.
        if !isAnswered || isSent { context.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case is HTTPHeadTooLong: answer(.headTooLong, context)
        case is HTTPParserError: answer(.notHTTP, context)
        default: context.close(promise: nil)
        }
    }

    private func answer(_ answer: MetricsAnswer, _ context: ChannelHandlerContext) {
        guard !isAnswered else { return }
        isAnswered = true
        var headers = HTTPHeaders([
            ("Content-Type", answer.contentType), ("Content-Length", "\(answer.body.utf8.count)"),
            ("Cache-Control", "no-store"), ("Connection", "close"),
        ])
        if answer.status == .methodNotAllowed { headers.add(name: "Allow", value: "GET") }
        let head = HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !isHead { context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: answer.body)))), promise: nil) }
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { [self] _ in
            isSent = true
            context.close(mode: isClientDone ? .all : .output, promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
    }
}
