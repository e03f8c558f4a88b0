import Logging
import ServiceLifecycle
import Synchronization
import TamgaServer
import TamgaTestSupport
import Testing

/// The keeper searches every shard in turn, fences one that fails, and says so once.
@Suite(.timeLimit(.minutes(2))) struct CanaryKeeperTests {
    private struct Missing: Error {}

    /// A gallery of which each shard does as it is told.
    private final class Shards: Sendable {
        let behaviour = Mutex<[Int: Result<Bool, any Error>]>([:])
        let searches = Mutex<[Int]>([0, 0])
        let fenced = Mutex<[String]>([])

        func set(_ shard: Int, _ result: Result<Bool, any Error>) { behaviour.withLock { $0[shard] = result } }

        var work: CanaryKeeper.Work {
            CanaryKeeper.Work(
                search: { [self] shard, _ in
                    searches.withLock { $0[shard] += 1 }
                    return try behaviour.withLock { $0[shard] ?? .success(true) }.get()
                },
                fence: { [self] shard, isFenced in fenced.withLock { $0.append("\(shard) \(isFenced)") } })
        }
    }

    private func run(
        _ shards: Shards, _ lines: LineKeeper, _ observation: ServerObservation? = nil,
        plant: (@Sendable () async throws -> CanaryKeeper.Work)? = nil,
        _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
        let work = shards.work
        let keeper = CanaryKeeper(
            shards: 2, interval: .milliseconds(10), clock: SystemClock(), logger: lines.logger,
            observation: observation, rest: .milliseconds(1), plant: plant ?? { work })
        let services = ServiceGroup(services: [keeper], logger: .silent)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await services.run() }
            do { try await body() } catch {
                await services.triggerGracefulShutdown()
                throw error
            }
            await services.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test func allShardsAreSearchedAgainAndAgain() async throws {
        let (shards, lines) = (Shards(), LineKeeper())
        try await run(shards, lines) {
            try await eventually("both are searched") { shards.searches.withLock { $0.allSatisfy { $0 >= 3 } } }
        }
        #expect(lines.lines.isEmpty && shards.fenced.withLock { $0 } == [])
    }

    @Test func aShardThatMissesIsFencedUntilItFindsAgain() async throws {
        let (shards, lines) = (Shards(), LineKeeper())
        let observation = try ServerObservation.example()
        shards.set(1, .success(false))
        try await run(shards, lines, observation) {
            try await eventually("it is fenced") { shards.fenced.withLock { $0 } == ["1 true"] }
            let families = try observation.families()
            #expect(families.value("tamga_shard_fenced", ["shard": "1"]) == 1)
            #expect(families.value("tamga_shard_fenced", ["shard": "0"]) == 0)
            #expect((families.value("tamga_canary_fnir", [:]) ?? 0) > 0)
            shards.set(1, .success(true))
            try await eventually("it is lifted") { shards.fenced.withLock { $0 } == ["1 true", "1 false"] }
        }
        #expect(
            lines.lines.map(\.message) == [
                "a shard is fenced: nobody in it counts as searched", "a shard counts again: it finds its canary",
            ])
        #expect(lines.lines.first?.metadata["shard"] == "1")
        #expect(lines.lines.first?.metadata["reason"] == "it did not find its canary")
        let families = try observation.families()
        #expect(families.value("tamga_shard_fenced", ["shard": "1"]) == 0)
        for outcome in ["found", "missed"] {
            let count = families.value("tamga_canary_searches_total", ["shard": "1", "outcome": outcome]) ?? 0
            #expect(count > 0, "\(outcome)")
        }
    }

    @Test func aSearchThatFailsFences() async throws {
        let (shards, lines) = (Shards(), LineKeeper())
        shards.set(0, .failure(Missing()))
        try await run(shards, lines) {
            try await eventually("it is fenced") { shards.fenced.withLock { $0 } == ["0 true"] }
        }
        #expect(lines.lines.first?.metadata["reason"] == "the search for its canary failed")
    }

    /// Without canaries the server goes on, and says so.
    @Test func whereNoneCanBePlantedItIsSaid() async throws {
        let (shards, lines) = (Shards(), LineKeeper())
        try await run(shards, lines, plant: { throw Missing() }) {
            try await eventually("it is said") { lines.lines.count == 1 }
        }
        #expect(lines.lines.first?.message == "there are no canaries: no shard is tested")
        #expect(shards.searches.withLock { $0 } == [0, 0])
    }
}
