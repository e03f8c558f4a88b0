import Logging
import NIOPosix
import ServiceLifecycle
import TamgaIdentification
import TamgaServer
import TamgaStore
import TamgaTLS
import TamgaWire

/// A server on a port of the loopback, with an empty gallery or with a responder of the test.
struct ServerBed: Sendable {
    let port: Int
    let connections: OpenConnections
    /// Has certificates and lists read anew.
    let reload: @Sendable () throws -> TLSContext
    private let services: ServiceGroup

    /// Says that the server should go down.
    func shutDown() async { await services.triggerGracefulShutdown() }

    /// A connection after its hello.
    func station(_ certificate: String = "station") async throws -> Station {
        let station = try await Station.connect(port: port, TestCertificates.station(certificate))
        guard case .welcome = try await station.ask(hello, 1) else { throw Failure("no welcome") }
        return station
    }

    /// A connection before its hello.
    func stranger(_ certificate: String = "station") async throws -> Station {
        try await Station.connect(port: port, TestCertificates.station(certificate))
    }

    /// Runs a server as long as the body; what the body throws and what the server throws is thrown.
    static func run(
        responder: (any Responder)? = nil, limits: ServerLimits = ServerLimits(), at port: Int = 0,
        parameters: IdentificationParameters = IdentificationParameters(), metrics: ServerMetrics? = nil,
        connections: OpenConnections? = nil, logger: Logger = .silent, tls: ReloadableTLS? = nil,
        _ body: @escaping @Sendable (ServerBed) async throws -> Void
    ) async throws {
        let (ports, listening) = AsyncStream<Int>.makeStream()
        let clock = SystemClock()
        let metrics = metrics ?? ServerMetrics(clock: clock)
        let connections = connections ?? OpenConnections(limit: limits.connections)
        let emptied = responder == nil ? try await emptyService(metrics, connections, parameters) : nil
        let server = try Server(
            Server.Configuration(
                address: ListenAddress(host: "127.0.0.1", port: port), limits: limits, program: "tamga-server/test"),
            responder: responder ?? emptied ?? HeldResponder(), matcher: "m1", metrics: metrics,
            connections: connections, tls: try tls ?? TestCertificates.server(),
            group: MultiThreadedEventLoopGroup.singleton, clock: clock, logger: logger,
            onListening: { listening.yield($0.port) })
        let services = ServiceGroup(services: [server], logger: .silent)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { listening.finish() }
                try await services.run()
            }
            tasks.addTask {
                guard let port = await ports.first(where: { _ in true }) else { return }
                do {
                    let bed = ServerBed(
                        port: port, connections: connections, reload: { try server.reloadTLS() }, services: services)
                    try await body(bed)
                } catch {
                    await services.triggerGracefulShutdown()
                    throw error
                }
                await services.triggerGracefulShutdown()
            }
            do { try await tasks.waitForAll() } catch {
                tasks.cancelAll()
                throw error
            }
        }
    }

    private static func emptyService(
        _ metrics: ServerMetrics, _ connections: OpenConnections, _ parameters: IdentificationParameters
    ) async throws -> any Responder {
        let service = IdentificationService(
            store: InMemoryStore(), shards: 2, workers: 2, clock: SystemClock(), parameters: parameters)
        try await service.rebuild()
        return ServiceResponder(
            service: service, program: "tamga-server/test", metrics: metrics, connections: connections,
            logger: .silent)
    }
}
