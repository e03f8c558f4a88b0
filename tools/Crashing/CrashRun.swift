import Dispatch
public import Foundation
import TamgaClient
import TamgaCrashPoints
public import TamgaHarness
import TamgaWire

/// Kills a real server again and again under stations that change and search, and holds what is left against what was
/// answered.
public struct CrashRun {
    /// What a run is to do.
    public struct Options: Sendable {
        public var rounds = 200
        public var stations = 4
        /// Every plan follows from it and the round's number.
        public var seed: UInt64 = 1
        /// Called with the data directory after each round, no server running: for tests that the audit sees losses.
        public var afterRound: @Sendable (_ round: Int, _ data: URL) throws -> Void = { _, _ in }

        /// 200 rounds of 4 stations.
        public init() {}
    }

    private let options: Options
    private let place: Workplace
    private let people: People
    private var workers: [Worker]
    private var summary = CrashSummary()
    private let show: @Sendable (String) -> Void

    /// - Parameter show: takes lines of progress.
    public init(
        _ options: Options, in place: Workplace, show: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        (self.options, self.place, self.show) = (options, place, show)
        let people = try People(persons: 0..<options.stations * Worker.persons, seed: options.seed)
        self.people = people
        workers = (0..<options.stations).map { Worker(index: $0, people: people) }
    }

    /// Runs all rounds, then two starts in order, the second of which finds everybody in segment files.
    public mutating func run() async throws -> CrashSummary {
        summary.seed = options.seed
        for round in 1...options.rounds where summary.findings.isEmpty {
            try await live(RoundPlan(seed: options.seed, round: round))
            try options.afterRound(round, place.directory.appendingPathComponent("data"))
            if round % 10 == 0 || round == options.rounds { show(summary.line(of: options.rounds)) }
        }
        for _ in 0..<2 where summary.findings.isEmpty {
            let server = try ServerProcess(in: place)
            try await audit(server)
            guard server.stop() == 0 else { throw HarnessError("the server did not end in order") }
        }
        try check()
        return summary
    }

    /// One life of the server: it starts, is audited, works, and ends badly.
    private mutating func live(_ plan: RoundPlan) async throws {
        guard let server = try start(plan) else { return }
        try await audit(server)
        guard summary.findings.isEmpty else { return server.kill() }
        let clients = try await clients(of: server)
        let stirring = Self.stir(plan, server, place)
        workers = await withTaskGroup(of: Worker.self) { group in
            for (worker, client) in zip(workers, clients) {
                group.addTask { [seed = options.seed] in
                    var (worker, dice) = (worker, Dice(seed: seed, stream: UInt64(plan.round * 64 + worker.index + 1)))
                    await worker.work(client, &dice)
                    return worker
                }
            }
            return await group.reduce(into: []) { $0.append($1) }.sorted { $0.index < $1.index }
        }
        for await _ in stirring {}
        server.kill()
        for client in clients { await client.close() }
        if case .point(let point, _) = plan.ending { summary.note(point, reached: server.wasKilledByItself) }
        summary.note(round: plan.round, workers)
    }

    /// Nil where the server reached its crash point before it listened.
    private mutating func start(_ plan: RoundPlan) throws -> ServerProcess? {
        do {
            return try ServerProcess(
                in: place, arguments: ["--shards", "2", "--erase-after", "1"], environment: plan.environment)
        } catch {
            guard case .point(let point, _) = plan.ending, "\(error)".contains("status 9") else { throw error }
            summary.note(point, reached: true)
            return nil
        }
    }

    /// Lets the server live as long as the plan says, and does to it what else the plan says; on a thread of its own,
    /// since it blocks.
    ///
    /// - Returns: ends when the server has.
    private static func stir(_ plan: RoundPlan, _ server: ServerProcess, _ place: Workplace) -> AsyncStream<Void> {
        let (end, continuation) = AsyncStream<Void>.makeStream()
        DispatchQueue.global(qos: .userInitiated).async {
            if plan.stir == .newKey {
                try? place.makeKey("round-\(plan.round)")
                server.hangUp()
            }
            for _ in 0..<plan.longest / 10 where server.isRunning { usleep(10_000) }
            if plan.stir == .stop { server.stop() } else { server.kill() }
            continuation.finish()
        }
        return end
    }

    private mutating func audit(_ server: ServerProcess) async throws {
        let client = try await Self.connect(server, place)
        for index in workers.indices { try await workers[index].audit(client) }
        let expected = workers.reduce(0) { $0 + $1.ledger.persons.count }
        let persons = try await client.stats().persons
        if persons != UInt64(expected) { summary.findings.append("\(persons) persons, expected \(expected)") }
        await client.close()
        summary.noteAudit(workers)
    }

    private func clients(of server: ServerProcess) async throws -> [TamgaClient] {
        var clients: [TamgaClient] = []
        for _ in workers { clients.append(try await Self.connect(server, place)) }
        return clients
    }

    private static func connect(_ server: ServerProcess, _ place: Workplace) async throws -> TamgaClient {
        try await TamgaClient.connect(
            ClientConfiguration(
                host: "127.0.0.1", port: server.port, certificate: place.certificate("station.pem"),
                privateKey: place.certificate("station.key"), authority: place.certificate("ca.pem"),
                clientName: "tamga-crash"))
    }

    private mutating func check() throws {
        let data = place.directory.appendingPathComponent("data").path
        let outcome = try Command.run(
            place.program("tamga-server"), ["check", "--data", data, "--key-file", place.keyFile], in: place)
        if outcome.status != 0 { summary.findings.append("check: \(outcome.output)\(outcome.errors)") }
    }
}
