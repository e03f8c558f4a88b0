package import TamgaClient
import TamgaHarness
import TamgaWire

/// A whole load: persons enrolled, probes drawn, stretches run, all of it reported.
package struct LoadRun: Sendable {
    private let options: LoadOptions
    private let configuration: ClientConfiguration
    /// Takes words, and for each second its figures.
    private let show: @Sendable (LoadNews) -> Void

    /// - Throws: ``LoadError`` naming the option beyond its limit.
    package init(
        _ options: LoadOptions, against configuration: ClientConfiguration,
        show: @escaping @Sendable (LoadNews) -> Void = { _ in }
    ) throws(LoadError) {
        try options.check()
        (self.options, self.configuration, self.show) = (options, configuration, show)
    }

    /// Connections it holds at the same time.
    package static func connections(_ options: LoadOptions) -> Int {
        options.connections + options.idle + options.bulkWorkers
    }

    /// - Throws: ``LoadError``, or ``ClientError`` where the server cannot be reached or refuses what comes before the
    ///   load.
    package func run() async throws -> LoadReport {
        let pool = try await ConnectionPool(configuration, count: options.connections, terms: options.terms)
        let bulkPool = options.bulkWorkers > 0
            ? try await ConnectionPool(configuration, count: options.bulkWorkers, terms: options.terms) : pool
        let cast = Cast(
            seed: options.seed, run: options.run, persons: options.persons, fingers: options.fingers,
            difficulty: options.difficulty)
        try await fill(cast, pool)
        let pools = try await drawProbes(cast)
        let statistics = try await pool.client().stats()
        let census = Census(
            persons: options.persons, fingers: options.fingers, held: statistics.persons,
            templates: statistics.references)
        if !census.isExact { show(.words("the server has other persons too: how much is searched is checked less")) }
        let bed = Stretch.Bed(
            station: pool, bulkStation: bulkPool, pools: pools, judge: Judge(census),
            clock: SteadyClock(), processorSeconds: ProcessFigures.processorSeconds)
        let idle = options.idle > 0 ? try await IdleConnections(configuration, count: options.idle) : nil
        let keeper = Task { await idle?.keep() }
        var report = LoadReport(options, statistics)
        var course = Course(options, in: bed, show: show)
        try await course.run(&report)
        keeper.cancel()
        if let held = idle { report.idle = (held.count, await held.alive()) }
        await idle?.close()
        // A server that is gone by now is in the report as what was lost.
        report.after = try? await pool.client().stats()
        await pool.close()
        if options.bulkWorkers > 0 { await bulkPool.close() }
        return report
    }

    /// Enrols the persons, or sees that they are there.
    private func fill(_ cast: Cast, _ pool: ConnectionPool) async throws {
        guard options.enrols else {
            let persons = try await pool.client().stats().persons
            guard persons >= UInt64(options.persons) else {
                throw LoadError("no-enrol", "the server has \(persons) persons, \(options.persons) are to be there")
            }
            return
        }
        let step = max(1, options.persons / 20)
        let enrolling = Enrolling(cast: cast, pool: pool, width: min(64, options.connections * 4)) { [show] done in
            if done % step == 0 || done == cast.persons { show(.words("enrolled \(done) of \(cast.persons) persons")) }
        }
        try await enrolling.run()
    }

    private func drawProbes(_ cast: Cast) async throws -> ProbePools {
        var classes = options.mix.classes
        if options.bulkWorkers > 0, !classes.contains(.bulk) { classes.append(.bulk) }
        return try await ProbePools.make(
            ProbeDraw(cast, options.probes), classes: classes, count: options.probes.count
        ) { [show] done, all in
            if done % max(1, all / 5) == 0 { show(.words("drawn \(done) of \(all) probes")) }
        }
    }
}

/// What a run tells while it goes on.
package enum LoadNews: Sendable {
    case words(String)
    /// A second of a stretch is over.
    case second(SecondFigures)
    /// A stretch is over.
    case stretch(StretchFigures)
}
