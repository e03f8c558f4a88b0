public import Logging
public import ServiceLifecycle
public import TamgaIdentification
public import TamgaTLS

/// Takes up new certificates, keys, authorities and revocation lists while the server runs: when it is asked to, and
/// when the files have changed. Says in time that one of them is about to run out.
public struct CertificateKeeper: Service {
    /// What there is to do; the first blocks until it is done.
    public struct Work: Sendable {
        /// Reads all files anew and puts them in force.
        public let reload: @Sendable () throws -> TLSContext
        /// What is in force.
        public let current: @Sendable () -> TLSContext
        /// The files.
        public let paths: [String]
        /// What they were when they were last read.
        public let read: @Sendable () -> [FileStamp?]

        /// All from outside.
        public init(
            reload: @escaping @Sendable () throws -> TLSContext, current: @escaping @Sendable () -> TLSContext,
            paths: [String], read: @escaping @Sendable () -> [FileStamp?]
        ) {
            (self.reload, self.current, self.paths, self.read) = (reload, current, paths, read)
        }

        /// That of a server.
        public init(_ server: Server) {
            self.init(
                reload: { try server.reloadTLS() }, current: { server.tls.current }, paths: server.tls.paths,
                read: { server.tls.read })
        }
    }

    private let work: Work
    private let requests: AsyncStream<Void>
    private let interval: Duration?
    private let clock: any WallClock
    private let logger: Logger

    /// - Parameters:
    ///   - requests: one for each time the files are to be read anew, whether they have changed or not.
    ///   - interval: between two looks whether they have changed; nil for none. A change is taken up at the first look
    ///     that finds nothing newer than the look before.
    public init(
        _ work: Work, requests: AsyncStream<Void>, interval: Duration?, clock: any WallClock, logger: Logger
    ) {
        (self.work, self.requests, self.interval) = (work, requests, interval)
        (self.clock, self.logger) = (clock, logger)
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            async let watching: Void = watch()
            for await _ in requests { await reload() }
            await watching
        }
    }

    private func watch() async {
        var watch = FileWatch()
        var ends = EndWatch()
        // What is close to its end is said without files being watched, too.
        let pause = interval ?? EndWatch.interval
        while !Task.isCancelled {
            for warning in ends.look(at: work.current(), now: clock.millisecondsSince1970() / 1_000) {
                logger.log(level: warning.level, "\(warning.text)", metadata: warning.metadata)
            }
            guard (try? await Task.sleep(for: pause)) != nil else { return }
            if interval != nil, watch.look(at: FileStamp.all(work.paths), read: work.read()) { await reload() }
        }
    }

    /// What fails is said; what is in force stays so, and the server goes on.
    private func reload() async {
        do {
            let context = try await Aside.run(work.reload)
            logger.notice("certificates were read anew", metadata: Self.words(context))
        } catch {
            logger.error("certificates are not changed", metadata: ["error": "\(error)"])
        }
    }

    /// What a set is known by.
    package static func words(_ context: TLSContext) -> Logger.Metadata {
        var words: Logger.Metadata = [:]
        if let own = context.certificate {
            words["certificate"] = "\(SessionLog.prefix(own.sha256Fingerprint))"
            words["subject"] = "\(own.subject)"
            words["valid until"] = "\(UTC.text(own.validUntil))"
        }
        if let lists = context.revocation {
            words["revocation lists"] = "\(lists.lists)"
            words["revoked"] = "\(lists.revoked)"
            words["lists valid until"] = "\(UTC.text(lists.validUntil))"
        }
        return words
    }
}
