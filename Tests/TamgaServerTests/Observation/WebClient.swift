import NIOCore
import NIOPosix

/// Says some bytes to a port and hears what comes back until the other side is done: no HTTP of its own.
enum WebClient {
    struct Answer: Sendable {
        var head: String
        var body: String

        /// The three digits of the first line.
        var status: Int { Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0 }

        func header(_ name: String) -> String? {
            head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("\(name.lowercased()):") }
                .map { String($0.dropFirst(name.count + 1).drop { $0 == " " }) }
        }
    }

    static func get(_ path: String, port: Int, method: String = "GET", headers: String = "") async throws -> Answer {
        try await answer(to: "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\n", port: port)
    }

    /// - Parameter closesOutput: says at once that nothing more is sent.
    static func answer(to text: String, port: Int, closesOutput: Bool = false) async throws -> Answer {
        let said = try await talk(text, port: port, closesOutput: closesOutput)
        guard let end = said.range(of: "\r\n\r\n") else { throw Failure("no answer: \(said)") }
        return Answer(head: String(said[..<end.lowerBound]), body: String(said[end.upperBound...]))
    }

    /// All that was heard, nothing perhaps.
    static func talk(_ text: String, port: Int, closesOutput: Bool = false) async throws -> String {
        let (channel, heard) = try await connect(port: port)
        try? await channel.writeAndFlush(ByteBuffer(string: text))
        if closesOutput { try? await channel.close(mode: .output) }
        let all = try await heard.get()
        try? await channel.close()
        return all
    }

    /// A connection, and what will have been heard from it when the other side is done.
    static func connect(port: Int) async throws -> (channel: any Channel, heard: EventLoopFuture<String>) {
        let group = MultiThreadedEventLoopGroup.singleton
        let heard = group.next().makePromise(of: String.self)
        let channel = try await ClientBootstrap(group: group)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Ear(heard))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return (channel, heard.futureResult)
    }

    private final class Ear: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let heard: EventLoopPromise<String>
        private var text = ByteBuffer()

        init(_ heard: EventLoopPromise<String>) { self.heard = heard }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            text.writeImmutableBuffer(unwrapInboundIn(data))
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if case .inputClosed? = event as? ChannelEvent { heard.succeed(String(buffer: text)) }
            context.fireUserInboundEventTriggered(event)
        }

        func channelInactive(context: ChannelHandlerContext) { heard.succeed(String(buffer: text)) }
        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
