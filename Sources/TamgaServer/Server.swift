public import Logging
public import NIOCore
public import ServiceLifecycle
public import TamgaIdentification
public import TamgaTLS
import TamgaWire

/// Listens for stations, lets their requests be worked on, and goes down in order.
///
/// The service has to have been rebuilt before ``run()``: who connects finds it ready. A graceful shutdown (or the
/// cancellation of the task) stops accepting, finishes what is in flight for at most
/// ``ServerLimits/shutdownGrace``, and closes; then ``run()`` returns.
public final class Server: Service {
    /// What a server needs to be told.
    public struct Configuration: Hashable, Sendable {
        public var address: ListenAddress
        public var limits: ServerLimits
        /// The program and its version, as clients see it; 1 to 128 bytes.
        public var program: String

        /// - Parameter program: 1 to 128 bytes.
        public init(address: ListenAddress, limits: ServerLimits = ServerLimits(), program: String) {
            self.address = address
            self.limits = limits
            self.program = program
        }
    }

    let configuration: Configuration
    let tls: ReloadableTLS
    let group: any EventLoopGroup
    let environment: SessionEnvironment
    let connections: OpenConnections
    private let onListening: @Sendable (ListenAddress) -> Void

    /// - Parameters:
    ///   - tls: what connections are given; ``reloadTLS()`` has it read anew.
    ///   - group: its loops carry the connections; stays the caller's.
    ///   - certificates: what makes certificates of registration; nil for a server that issues none.
    ///   - observation: what is measured goes there; nil for nowhere.
    ///   - onListening: called once, with the port really taken, when clients can connect.
    /// - Throws: ``ServerError`` of code `invalidLimits`.
    public convenience init(
        _ configuration: Configuration, service: IdentificationService, tls: ReloadableTLS, group: any EventLoopGroup,
        clock: any WallClock, logger: Logger, certificates: CertificateIssuer? = nil,
        observation: ServerObservation? = nil,
        onListening: @escaping @Sendable (ListenAddress) -> Void = { _ in }
    ) throws(ServerError) {
        let metrics = ServerMetrics(clock: clock, observation: observation)
        let connections = OpenConnections(limit: configuration.limits.connections)
        let responder = ServiceResponder(
            service: service, program: configuration.program, metrics: metrics, connections: connections,
            logger: logger, certificates: certificates)
        try self.init(
            configuration, responder: responder, matcher: service.statistics().matcher, metrics: metrics,
            connections: connections, tls: tls, group: group, clock: clock, logger: logger, onListening: onListening)
    }

    /// As above with another responder, for tests.
    package init(
        _ configuration: Configuration, responder: any Responder, matcher: String, metrics: ServerMetrics,
        connections: OpenConnections, tls: ReloadableTLS, group: any EventLoopGroup, clock: any WallClock,
        logger: Logger, onListening: @escaping @Sendable (ListenAddress) -> Void
    ) throws(ServerError) {
        let limits = configuration.limits
        try limits.check()
        self.configuration = configuration
        self.tls = tls
        self.group = group
        self.connections = connections
        self.onListening = onListening
        environment = SessionEnvironment(
            limits: limits,
            welcome: Welcome(
                version: WireProtocol.version, server: configuration.program, matcher: matcher,
                limits: limits.stated, capabilities: WireCapability.all),
            responder: responder,
            admission: Admission(requests: limits.requestsInFlight, bytes: limits.requestBytesInFlight),
            seats: Seats(limit: limits.connectionsPerCertificate), metrics: metrics, clock: clock, logger: logger,
            refusals: LogThrottle(
                lines: limits.refusalLogLines, interval: limits.refusalLogInterval, clock: clock))
        metrics.observation?.watch(connections, environment.admission)
        metrics.observation?.watch(tls)
    }

    /// Listens until the shutdown, then lets the connections finish.
    ///
    /// - Throws: ``ServerError`` of code `addressInUse` or `cannotListen`.
    public func run() async throws {
        let listener = try await listen()
        let address = listener.localAddress.flatMap(ListenAddress.init) ?? configuration.address
        environment.logger.info("listening", metadata: ["address": "\(address)"])
        onListening(address)
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await listener.closeFuture.get()
        } onCancelOrGracefulShutdown: {
            listener.close(promise: nil)
        }
        await finish()
    }

    private func finish() async {
        let loop = group.next()
        environment.logger.info("shutting down", metadata: ["connections": "\(connections.count)"])
        let grace = loop.scheduleTask(in: TimeAmount(configuration.limits.shutdownGrace)) { [connections] in
            connections.abort()
        }
        try? await connections.drain(on: loop).get()
        grace.cancel()
        environment.logger.info("shut down")
    }
}

extension ListenAddress {
    /// The address of a socket; nil where it has no port.
    init?(_ address: SocketAddress) {
        guard let host = address.ipAddress, let port = address.port else { return nil }
        self.init(host: host, port: port)
    }
}
