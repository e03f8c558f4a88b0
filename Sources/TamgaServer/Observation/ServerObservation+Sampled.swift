import Synchronization
import TamgaGallery
public import TamgaIdentification
import TamgaMetrics
import TamgaTLS
import TamgaWire

/// Where numbers are read when somebody asks for them.
final class ObservedSources: Sendable {
    /// Each is nil until the server has it.
    struct Known: Sendable {
        var service: IdentificationService?
        var connections: OpenConnections?
        var admission: Admission?
        var storeDirectory: String?
        var tls: ReloadableTLS?
        var canaries: CanaryBook?
    }

    private let state = Mutex(Known())

    var known: Known { state.withLock { $0 } }

    func learn(_ change: (inout Known) -> Void) { state.withLock { change(&$0) } }
}

extension ServerObservation {
    /// Reads the load of this service from now on.
    public func watch(_ service: IdentificationService) {
        sources.learn { $0.service = service }
        health.attach(service)
    }

    /// Reads the sizes of the store's files from now on.
    public func watch(storeIn directory: String) { sources.learn { $0.storeDirectory = directory } }

    func watch(_ tls: ReloadableTLS) { sources.learn { $0.tls = tls } }

    func watch(_ canaries: CanaryBook) { sources.learn { $0.canaries = canaries } }

    func watch(_ connections: OpenConnections, _ admission: Admission) {
        sources.learn { ($0.connections, $0.admission) = (connections, admission) }
        health.attach(connections)
    }

    func registerSampled(_ build: Build, _ clock: any WallClock) throws(MetricsError) {
        let start = clock.millisecondsSince1970()
        try registry.sampled([ServerFamilies.requestsInFlight, ServerFamilies.connectionsOpen]) { [sources] sampled in
            let known = sources.known
            sampled.set(ServerFamilies.connectionsOpen, known.connections?.count ?? 0)
            for requestClass in RequestClass.allCases {
                sampled.set(
                    ServerFamilies.requestsInFlight, known.admission?.requestsInFlight(of: requestClass) ?? 0,
                    requestClass.metricName)
            }
        }
        try registry.sampled(Self.loadFamilies) { [sources] sampled in
            if let service = sources.known.service { sampled.add(service.load()) }
        }
        try registry.sampled([ServerFamilies.canaryAge, ServerFamilies.canaryMisses, ServerFamilies.shardFenced]) {
            [sources, clock] sampled in
            if let canaries = sources.known.canaries {
                sampled.add(canaries.shards, at: clock.monotonicMicroseconds())
            }
        }
        try registry.sampled([ServerFamilies.ready]) { [health] sampled in
            sampled.set(ServerFamilies.ready, health.reason == nil ? 1.0 : 0.0)
        }
        try registry.sampled([ServerFamilies.storeBytes]) { [sources] sampled in
            guard let directory = sources.known.storeDirectory else { return }
            for (file, path) in StoreFiles.paths(in: directory) {
                if let bytes = StoreFiles.size(path) { sampled.set(ServerFamilies.storeBytes, bytes, file) }
            }
        }
        try registry.sampled([ServerFamilies.tlsValidUntil]) { [sources] sampled in
            guard let tls = sources.known.tls?.current else { return }
            if let own = tls.certificate {
                sampled.set(ServerFamilies.tlsValidUntil, own.validUntil, ServerFamilies.ownCertificate)
            }
            if let lists = tls.revocation {
                sampled.set(ServerFamilies.tlsValidUntil, lists.validUntil, ServerFamilies.revocationList)
            }
        }
        try registry.sampled(ProcessFigures.families) { sampled in sampled.add(ProcessFigures(), startedAt: start) }
        try registerBuild(build)
    }

    private static let loadFamilies = [
        ServerFamilies.searchesRunning, ServerFamilies.searchesWaiting, ServerFamilies.expectedWait,
        ServerFamilies.crewWaiting, ServerFamilies.crewBusy, ServerFamilies.crewThreads, ServerFamilies.changesWaiting,
        ServerFamilies.readsWaiting, ServerFamilies.persons, ServerFamilies.templates, ServerFamilies.galleryBytes,
        ServerFamilies.snapshot, ServerFamilies.scannedRows,
    ]

    /// Of the same value always: what it says is in its labels.
    private func registerBuild(_ build: Build) throws(MetricsError) {
        let definition = MetricDefinition(
            "tamga_build_info", .gauge, "1; the labels say what the program is.",
            labels: [
                MetricLabel("program", [build.program]), MetricLabel("matcher", [build.matcher]),
                MetricLabel("kernels", [build.kernels]),
            ])
        try registry.gauges(definition)(build.program, build.matcher, build.kernels).set(1)
    }
}

extension SampledMetrics {
    fileprivate mutating func add(_ load: ServiceLoad) {
        for line in load.lines {
            let name = line.urgency.metricName
            set(ServerFamilies.searchesRunning, line.running, name)
            set(ServerFamilies.searchesWaiting, line.waiting, name)
            set(ServerFamilies.expectedWait, Double(line.expectedMicroseconds) / 1_000_000, name)
            set(ServerFamilies.crewWaiting, line.crewWaiting, name)
        }
        set(ServerFamilies.crewBusy, load.busyWorkers)
        set(ServerFamilies.crewThreads, load.workers)
        set(ServerFamilies.changesWaiting, load.changesWaiting)
        set(ServerFamilies.readsWaiting, load.readsWaiting)
        set(ServerFamilies.snapshot, load.snapshot)
        for (number, shard) in load.shards.enumerated() {
            set(ServerFamilies.persons, shard.persons, "\(number)")
            set(ServerFamilies.templates, shard.references, "\(number)")
            set(ServerFamilies.galleryBytes, shard.bytes, "\(number)")
            set(ServerFamilies.scannedRows, shard.scannedRows, "\(number)")
        }
    }
}

extension SampledMetrics {
    fileprivate mutating func add(_ shards: [CanaryRounds.Shard], at now: UInt64) {
        var (answered, missed) = (UInt64(0), UInt64(0))
        for (number, shard) in shards.enumerated() {
            let age = now > shard.lastFound ? now - shard.lastFound : 0
            set(ServerFamilies.canaryAge, Double(age) / 1_000_000, "\(number)")
            set(ServerFamilies.shardFenced, shard.isFenced ? 1 : 0, "\(number)")
            answered += shard.answered
            missed += shard.missed
        }
        set(ServerFamilies.canaryMisses, answered == 0 ? 0.0 : Double(missed) / Double(answered))
    }
}
