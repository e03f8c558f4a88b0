import Logging
import NIOPosix
import ServiceLifecycle
import TamgaIdentification
import TamgaMetrics
import TamgaServer
import TamgaStore
import TamgaTestSupport

extension ServerBed {
    /// Runs a server with a service that is watched, over a store of the test.
    static func observed(
        store: any PersonStore = InMemoryStore(), limits: ServerLimits = ServerLimits(), logger: Logger = .silent,
        _ body: @escaping @Sendable (ServerBed, ServerObservation, TestClock) async throws -> Void
    ) async throws {
        let clock = TestClock()
        let observation = try ServerObservation.example(clock)
        let service = IdentificationService(
            store: store, shards: 2, workers: 2, clock: SystemClock(), observer: observation)
        observation.watch(service)
        try await service.rebuild()
        let metrics = ServerMetrics(clock: clock, observation: observation)
        let connections = OpenConnections(limit: limits.connections)
        let responder = ServiceResponder(
            service: service, program: "tamga-server/test", metrics: metrics, connections: connections,
            logger: logger)
        try await run(
            responder: responder, limits: limits, metrics: metrics, connections: connections, logger: logger
        ) { bed in try await body(bed, observation, clock) }
    }
}

extension ServerObservation {
    /// What a collector would read now.
    func families() throws -> [ExpositionParser.Family] {
        try ExpositionParser.parse(page(.prometheus), openMetrics: false)
    }
}
