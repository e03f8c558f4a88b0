import ArgumentParser
import Foundation
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import TamgaCertificates
import TamgaCrypto
import TamgaIdentification
import TamgaKernels
import TamgaServer
import TamgaStore
import TamgaStoreSQLite
import TamgaTLS
import UnixSignals

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Loads the gallery, then answers stations until SIGTERM or SIGINT.")

    @Option(help: "Where to listen, HOST:PORT or [IPv6]:PORT; port 0 takes any free one.")
    var listen: ListenAddress
    @Option(help: "The data directory; made if it is not there, its parent has to be.")
    var data: String
    @OptionGroup var keys: KeyOptions
    @OptionGroup var tlsOptions: TLSOptions
    @Option(help: "Parts of the gallery, 1 to 1024; the number of cores where it is not given.")
    var shards: Int?
    @Option(help: "Threads that compare, 1 to 1024; the number of cores where it is not given.")
    var workers: Int?
    @Option(help: "Threads for the network, 1 to 64.")
    var eventLoops = 2
    @Option(help: "Searches of persons not enrolled that may name a hit, a share: 1e-9 to 0.999999999.")
    var fpir = IdentificationParameters().targetFPIR
    @Option(help: "An enrolment with a poor template: refuse, or flag, which takes it and says so in the answer.")
    var poorEnrolments = IdentificationParameters().enrolmentQuality
    @Option(help: "A probe with a poor template: refuse, or flag, which searches it and says so in the answer.")
    var poorProbes = IdentificationParameters().probeQuality
    @Option(help: "MiB the gallery may take; an enrolment beyond it is refused. No ceiling where it is not given.")
    var galleryMemory: Int?
    @Option(help: "Seconds after which a deletion has reached every file of the data directory, 1 to 86400.")
    var eraseAfter = 60
    @Option(help: "The private key that signs certificates of registration, PEM; none are issued without it.")
    var certificateKey: String?
    @Option(help: "The font of certificates, TrueType; DejaVu Sans where it is not given.")
    var certificateFont = CertificateFonts.regularPath
    @Option(help: "The bold font of certificates.")
    var certificateBoldFont = CertificateFonts.boldPath
    @OptionGroup var limits: LimitOptions
    @OptionGroup var canaries: CanaryOptions
    @OptionGroup var watching: WatchingOptions

    func validate() throws {
        try Self.require(shards ?? 1, "--shards", 1...1_024)
        try Self.require(workers ?? 1, "--workers", 1...1_024)
        try Self.require(eventLoops, "--event-loops", 1...64)
        guard IdentificationLimits.targetFPIR.contains(fpir) else {
            throw ValidationError("--fpir is \(fpir), allowed: 1e-9 to 0.999999999")
        }
        try Self.require(galleryMemory ?? 1, "--gallery-memory", 1...1_048_576)
        try Self.require(eraseAfter, "--erase-after", 1...86_400)
    }

    func run() async throws {
        let clock = SystemClock()
        let logger = watching.logger(clock)
        OpenFiles.allow(connections: try limits.limits().connections, logger)
        let level = try KernelLevel.chosen()
        let tls = try tlsOptions.load(logger)
        // From the first moment on, so that none ends the server while it loads.
        let hangups = Hangups.streams(2)
        let certificates = try issuer()
        let source = try keys.source()
        let ring = try keys.ring()
        let isLarge = try Self.refuseDamage(before: data, ring)
        let store = try SQLiteStore(directory: data, keys: ring)
        defer { store.close() }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        var parameters = IdentificationParameters()
        parameters.targetFPIR = fpir
        parameters.galleryBytes = galleryMemory.map { $0 << 20 }
        (parameters.enrolmentQuality, parameters.probeQuality) = (poorEnrolments, poorProbes)
        let observation = try watching.observation(level, clock)
        let service = IdentificationService(
            store: store, shards: shards ?? cores, workers: workers ?? cores, clock: clock, parameters: parameters,
            observer: observation)
        observation?.watch(service)
        observation?.watch(storeIn: data)
        // From now on: how far loading has come is for who watches, too.
        let listener = try await watching.listener(observation, logger)
        let display = watching.display(clock, logger)
        let outcome = try await service.rebuild(segments: "\(data)/segments") { display.show($0) }
        note(outcome, level, logger)
        let watch = StoreWatch { if isLarge { try Self.refuseDamage(store) } }
        let keys = KeyKeeper(Self.keyWork(store, source), requests: hangups[0], logger: logger)
        let canaries = canaries.keeper(service, observation, clock, logger)
        // What is begun first ends last: whoever asks is told that the server is going down.
        let optional: [(any Service)?] = [listener, canaries]
        let others: [any Service] = optional.compactMap { $0 } + [watch, keys]
        try await serve(service, others, tls, hangups[1], certificates, observation, clock, logger)
    }

    /// Records up to which a store is looked through before the first answer; a larger one is while it answers.
    private static let recordsCheckedFirst = 100_000

    private static func keyWork(_ store: SQLiteStore, _ source: KeySource) -> KeyKeeper.Work {
        KeyKeeper.Work(
            reload: {
                let ring = try source.read()
                try store.use(ring)
                return ring.active.id
            },
            rotate: { try store.rotateKeys() })
    }

    private func note(_ outcome: RebuildOutcome, _ level: KernelLevel, _ logger: Logger) {
        logger.info(
            "gallery is ready",
            metadata: [
                "kernels": "\(level.rawValue)", "files": "\(outcome.files)", "from files": "\(outcome.restored)",
                "from the store": "\(outcome.loaded)",
            ])
        for refusal in outcome.refused {
            logger.warning("a segment file is not used, the store is", metadata: ["file": "\(refusal)"])
        }
    }

    private func serve(
        _ service: IdentificationService, _ others: [any Service], _ tls: ReloadableTLS,
        _ hangups: AsyncStream<Void>, _ certificates: CertificateIssuer?, _ observation: ServerObservation?,
        _ clock: SystemClock, _ logger: Logger
    ) async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: eventLoops)
        let server = try Server(
            Server.Configuration(address: listen, limits: limits.limits(), program: TamgaServerProgram.program),
            service: service, tls: tls, group: group, clock: clock, logger: logger,
            certificates: certificates, observation: observation,
            onListening: { Terminal.write("tamga-server: listening on \($0)\n") })
        let keeper = GalleryKeeper(service: service, logger: logger, erasureInterval: .seconds(eraseAfter))
        let tlsKeeper = CertificateKeeper(
            CertificateKeeper.Work(server), requests: hangups, interval: tlsOptions.watchInterval, clock: clock,
            logger: logger)
        let services = ServiceGroup(
            services: others + [keeper, tlsKeeper, server], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger)
        do { try await services.run() } catch {
            try? await group.shutdownGracefully()
            throw error
        }
        try await group.shutdownGracefully()
    }

    /// What makes certificates; refused at the start where its key or its fonts cannot be read.
    private func issuer() throws -> CertificateIssuer? {
        guard let certificateKey else { return nil }
        let fonts = try CertificateFonts(
            regular: ReadFile.bytes(certificateFont, "--certificate-font"),
            bold: ReadFile.bytes(certificateBoldFont, "--certificate-bold-font"))
        return CertificateIssuer(key: try SigningKey(path: certificateKey), fonts: fonts)
    }

    /// Looks through a store that is there already before it is opened for writing, which would change it.
    ///
    /// - Returns: whether it is too large for that, and is to be looked through while it serves.
    private static func refuseDamage(before data: String, _ ring: KeyRing) throws -> Bool {
        let store: SQLiteStore
        do { store = try SQLiteStore(directory: data, keys: ring, access: .readOnly) } catch {
            // There is none yet, or it has to be brought up to date, which looks at every row.
            guard error.code == .missing || error.code == .olderThanProgram else { throw error }
            return false
        }
        defer { store.close() }
        guard try store.counts().records <= recordsCheckedFirst else { return true }
        try refuseDamage(store)
        return false
    }

    /// What `check` calls damaged does not start: a gallery made from it could say "no" wrongly.
    private static func refuseDamage(_ store: SQLiteStore) throws {
        let report = try store.check()
        guard let first = report.findings.first else { return }
        throw StoreError(
            .corrupt, "\(report.findingCount) findings, the first: \(first); tamga-server check lists them")
    }

    private static func require(_ value: Int, _ name: String, _ range: ClosedRange<Int>) throws {
        guard range.contains(value) else {
            throw ValidationError("\(name) is \(value), allowed: \(range.lowerBound) to \(range.upperBound)")
        }
    }
}
