public import TamgaIdentification
public import TamgaMetrics
import TamgaTLS

/// What the server measures of itself, and whether it is ready: filled by the server and its service, read by
/// ``MetricsListener``. Nothing in it says whom a request concerns.
public final class ServerObservation: Sendable {
    /// What the program is, as labels of `tamga_build_info`.
    public struct Build: Hashable, Sendable {
        public let program, matcher, kernels: String

        /// - Parameters:
        ///   - program: the program and its version.
        ///   - matcher: the version of the matcher.
        ///   - kernels: the level of the inner loops.
        public init(program: String, matcher: String, kernels: String) {
            (self.program, self.matcher, self.kernels) = (program, matcher, kernels)
        }
    }

    let registry = MetricsRegistry()
    package let health: ServerHealth
    let sources = ObservedSources()
    private let requests: InstrumentFamily<Counter>
    private let requestDuration, stageDuration, batchSize: InstrumentFamily<Histogram>
    private let canarySearches: InstrumentFamily<Counter>
    private let canaryDuration: InstrumentFamily<Histogram>
    private let storeSequence: InstrumentFamily<Gauge>
    private let storeCommits, storeChanges: InstrumentFamily<Counter>
    private let acceptances, refusals, endings, tlsFailures, tlsReloads: InstrumentFamily<Counter>

    /// - Parameter clock: of the server; its time now is taken for that of the start.
    /// - Throws: ``MetricsError`` where a family cannot be registered: a fault of the program.
    public init(build: Build, clock: any WallClock) throws(MetricsError) {
        health = ServerHealth(clock: clock)
        requests = try registry.counters(ServerFamilies.requests)
        requestDuration = try registry.histograms(ServerFamilies.requestDuration, .latency)
        stageDuration = try registry.histograms(ServerFamilies.stageDuration, .latency)
        canarySearches = try registry.counters(ServerFamilies.canarySearches)
        canaryDuration = try registry.histograms(ServerFamilies.canaryDuration, .latency)
        storeSequence = try registry.gauges(ServerFamilies.storeSequence)
        storeCommits = try registry.counters(ServerFamilies.storeCommits)
        storeChanges = try registry.counters(ServerFamilies.storeChanges)
        batchSize = try registry.histograms(ServerFamilies.batchSize, .powersOfTwo(upTo: 10))
        acceptances = try registry.counters(ServerFamilies.connectionsAccepted)
        refusals = try registry.counters(ServerFamilies.connectionsRefused)
        endings = try registry.counters(ServerFamilies.connectionsClosed)
        tlsFailures = try registry.counters(ServerFamilies.tlsFailures)
        tlsReloads = try registry.counters(ServerFamilies.tlsReloads)
        try registerSampled(build, clock)
        showFromTheStart()
    }

    /// Series whose first occurrence should be seen as an increase, and not as a new series.
    private func showFromTheStart() {
        for outcome in [ServerFamilies.ok, ServerFamilies.failed] {
            _ = (storeCommits(outcome), tlsReloads(outcome))
        }
        for kind in ["identify", "verify", "register", "enrol"] { _ = requests(kind, ServerFamilies.ok) }
        for reason in ConnectionRefusal.allCases { _ = refusals(reason.rawValue) }
        for reason in TLSFailureName.all { _ = tlsFailures(reason) }
        (_, _, _, _, _) = (storeSequence(), storeChanges(), acceptances(), batchSize(), canaryDuration())
    }

    /// All there is, as a collector reads it. Takes milliseconds with a large gallery: not for a thread that answers.
    public func page(_ format: ExpositionFormat) -> String { registry.page(format) }

    /// Why requests should not come here, as a line for people; nil where they may.
    public var reasonNotReady: String? { health.reason }

    /// The families it shows.
    public var definitions: [MetricDefinition] { registry.definitions }
}

// What happens. All of these are quick, and may be called from any thread.
extension ServerObservation: ServiceObserver {
    public func spent(_ microseconds: UInt64, on stage: ServiceStage) {
        stageDuration(stage.rawValue).observe(microseconds)
    }

    public func stored(changes: Int, upTo sequence: UInt64?) {
        storeCommits(ServerFamilies.ok).add()
        storeChanges().add(UInt64(clamping: changes))
        batchSize().observe(UInt64(clamping: changes))
        if let sequence { storeSequence().set(Int64(clamping: sequence)) }
        health.stored()
    }

    public func storeFailed() {
        storeCommits(ServerFamilies.failed).add()
        health.storeFailed()
    }

    /// A shard was searched for its canary; nil where the search failed.
    func sawCanary(in shard: Int, _ isFound: Bool?, microseconds: UInt64) {
        let outcome = isFound.map { $0 ? ServerFamilies.found : ServerFamilies.missed } ?? ServerFamilies.failed
        canarySearches("\(shard)", outcome).add()
        canaryDuration().observe(microseconds)
    }

    /// A request was answered, or will not be any more.
    ///
    /// - Parameter microseconds: since it was taken on; nil where it was not.
    package func answered(_ kind: String, _ result: String, microseconds: UInt64?) {
        requests(kind, result).add()
        if let microseconds { requestDuration(kind).observe(microseconds) }
    }

    package func encoded(microseconds: UInt64) { stageDuration(ServerFamilies.encodeStage).observe(microseconds) }

    package func accepted(_ admitted: OpenConnections.Admitted) {
        switch admitted {
        case .accepted: acceptances().add()
        case .full: refusals(ConnectionRefusal.tooMany.rawValue).add()
        case .shuttingDown: refusals(ConnectionRefusal.shuttingDown.rawValue).add()
        }
    }

    package func closed(_ end: SessionEnd) { endings(end.metricName).add() }

    /// A connection failed in TLS; a reason that is not among those known is counted as `other`.
    public func tlsFailed(_ reason: String) { tlsFailures(reason).add() }

    /// Certificates were read anew, and are in force, or those before them are.
    package func reloaded(isDone: Bool) { tlsReloads(isDone ? ServerFamilies.ok : ServerFamilies.failed).add() }

    /// The same for an error of a channel, where it is of TLS.
    package func failed(_ error: any Error) {
        if let error = error as? TLSError { tlsFailed(TLSFailureName.of(error)) }
    }
}
