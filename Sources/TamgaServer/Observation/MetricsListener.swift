public import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
public import ServiceLifecycle
import Synchronization

/// What the listener for metrics allows: little, because whoever watches needs little.
public struct MetricsListenerLimits: Hashable, Sendable {
    /// Connections at once; one more is closed as it comes.
    public var connections = 32
    /// Bytes of a request's head; what is longer is answered with 431.
    public var headBytes = 8_192
    /// From the connection's beginning to its end, answer included: each carries one request.
    public var lifetime = Duration.seconds(10)

    /// The defaults.
    public init() {}
}

/// Answers `GET /metrics`, `/healthz` and `/readyz` in HTTP/1.1, on a port and a thread of its own: whatever is asked
/// here, no station waits for it. Each connection carries one request.
public final class MetricsListener: Service {
    private let group: MultiThreadedEventLoopGroup
    private let channel: any Channel
    private let logger: Logger
    /// The address with the port really taken.
    public let address: ListenAddress

    private init(
        _ group: MultiThreadedEventLoopGroup, _ channel: any Channel, _ address: ListenAddress, _ logger: Logger
    ) {
        (self.group, self.channel, self.address, self.logger) = (group, channel, address, logger)
    }

    /// Listens from now on, also while the gallery is being loaded; ``run()`` or ``close()`` end it.
    ///
    /// - Throws: ``ServerError`` of code `addressInUse` or `cannotListen`.
    public static func start(
        _ address: ListenAddress, _ observation: ServerObservation,
        limits: MetricsListenerLimits = MetricsListenerLimits(), logger: Logger
    ) async throws(ServerError) -> MetricsListener {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            let channel = try await bootstrap(group, observation, limits)
                .bind(host: address.host, port: address.port).get()
            let taken = channel.localAddress.flatMap(ListenAddress.init) ?? address
            logger.info("metrics are shown", metadata: ["address": "\(taken)"])
            return MetricsListener(group, channel, taken, logger)
        } catch {
            try? await group.shutdownGracefully()
            if let error = error as? IOError, error.errnoCode == EADDRINUSE {
                throw ServerError(.addressInUse, "cannot show metrics on \(address): the address is in use")
            }
            throw ServerError(.cannotListen, "cannot show metrics on \(address): \(error)")
        }
    }

    private static func bootstrap(
        _ group: MultiThreadedEventLoopGroup, _ observation: ServerObservation, _ limits: MetricsListenerLimits
    ) -> ServerBootstrap {
        let places = OpenPlaces(limit: limits.connections)
        return ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 64)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            // A client may say that it sends no more, and is answered all the same.
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard places.take() else { throw ChannelError.alreadyClosed }
                    channel.closeFuture.whenComplete { _ in places.leave() }
                    try channel.pipeline.syncOperations.addHandlers(
                        HTTPHeadLimit(bytes: limits.headBytes), HTTPResponseEncoder(),
                        ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)),
                        MetricsHandler(observation, lifetime: TimeAmount(limits.lifetime)))
                }
            }
    }

    /// Answers until the shutdown.
    public func run() async throws {
        await withTaskCancellationOrGracefulShutdownHandler {
            try? await channel.closeFuture.get()
        } onCancelOrGracefulShutdown: { [channel] in
            channel.close(promise: nil)
        }
        await close()
    }

    /// Answers no longer; connections under way are closed.
    public func close() async {
        channel.close(promise: nil)
        try? await channel.closeFuture.get()
        try? await group.shutdownGracefully()
        logger.debug("metrics are not shown any more")
    }
}

/// So many connections at once.
private final class OpenPlaces: Sendable {
    private let limit: Int
    private let taken = Atomic<Int>(0)

    init(limit: Int) { self.limit = limit }

    func take() -> Bool {
        guard taken.add(1, ordering: .relaxed).newValue > limit else { return true }
        leave()
        return false
    }

    func leave() { taken.subtract(1, ordering: .relaxed) }
}
