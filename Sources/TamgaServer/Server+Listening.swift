import Logging
import NIOCore
import NIOPosix
import TamgaTLS

extension Server {
    func listen() async throws(ServerError) -> any Channel {
        let address = configuration.address
        do {
            return try await bootstrap().bind(host: address.host, port: address.port).get()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw ServerError(.addressInUse, "cannot listen on \(address): the address is in use")
        } catch {
            throw ServerError(.cannotListen, "cannot listen on \(address): \(error)")
        }
    }

    private func bootstrap() -> ServerBootstrap {
        let limits = configuration.limits
        let pause = limits.outboundPauseBytes
        return ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: limits.acceptBacklog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.writeBufferWaterMark, value: .init(low: max(1, pause / 2), high: pause))
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try self.begin(channel) }
            }
    }

    /// Above the limit a connection is closed at once, before it costs a handshake.
    private func begin(_ channel: any Channel) throws {
        // First among those that hear of a reload, then the set: whoever misses the reload has the new one.
        let admitted = connections.add(channel)
        environment.metrics.observation?.accepted(admitted)
        switch admitted {
        case .accepted: break
        case .full:
            if let suppressed = environment.refusals.pass() {
                environment.logger.warning(
                    "connection refused",
                    metadata: [
                        "reason": "too many connections", "limit": "\(configuration.limits.connections)",
                        "suppressed": "\(suppressed)",
                    ])
            }
            throw ChannelError.alreadyClosed
        case .shuttingDown: throw ChannelError.alreadyClosed
        }
        let handshakeTimeout = TimeAmount(configuration.limits.handshakeTimeout)
        try channel.pipeline.syncOperations.addHandlers(
            TLSHandler(context: tls.current, expectedServerName: nil, handshakeTimeout: handshakeTimeout),
            SessionHandler(environment))
    }
}
