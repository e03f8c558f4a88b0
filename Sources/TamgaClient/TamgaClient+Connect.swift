internal import NIOCore
internal import NIOPosix
internal import TamgaTLS
internal import TamgaWire

extension TamgaClient {
    /// Connects, checks the server's certificate, shows this station's, and waits for the welcome.
    ///
    /// - Parameter credentials: what was read of the configuration's files for other connections; nil reads them.
    /// - Throws: ``ClientError`` of code `configuration`, `cannotReach`, `handshakeRefused`, `serverUntrusted`,
    ///   `refused`, `timeout` or `protocolViolation`.
    public static func connect(
        _ configuration: ClientConfiguration, _ credentials: StationCredentials? = nil
    ) async throws(ClientError) -> TamgaClient {
        let own: StationCredentials
        if let credentials { own = credentials } else { own = try StationCredentials(configuration) }
        let link = try await open(configuration, own.context)
        let greeting = await withCheckedContinuation { continuation in
            link.channel.eventLoop.execute { link.handler.value.awaitGreeting(continuation) }
        }
        return TamgaClient(link, try greeting.get(), configuration.requestOptions)
    }

    private static func open(
        _ configuration: ClientConfiguration, _ context: TLSContext
    ) async throws(ClientError) -> ClientLink {
        do {
            return try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connectTimeout(configuration.connectTimeout)
                .channelOption(.socketOption(.tcp_nodelay), value: 1)
                .connect(host: configuration.host, port: configuration.port) { channel in
                    channel.eventLoop.makeCompletedFuture { try link(channel, configuration, context) }
                }
        } catch {
            throw ClientError(connecting: error, to: "\(configuration.host):\(configuration.port)")
        }
    }

    private static func link(
        _ channel: any Channel, _ configuration: ClientConfiguration, _ context: TLSContext
    ) throws -> ClientLink {
        let tls = TLSHandler(
            context: context, expectedServerName: configuration.host,
            handshakeTimeout: configuration.connectTimeout)
        let handler = ClientHandler(configuration)
        try channel.pipeline.syncOperations.addHandlers(tls, handler)
        return ClientLink(channel: channel, handler: NIOLoopBound(handler, eventLoop: channel.eventLoop))
    }
}
