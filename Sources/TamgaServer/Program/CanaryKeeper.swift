public import Logging
public import ServiceLifecycle
import Synchronization
import TamgaGallery
public import TamgaIdentification

/// Searches every shard for its canary while the server runs, and fences one that misses it.
public struct CanaryKeeper: Service {
    /// What there is to do.
    public struct Work: Sendable {
        /// Searches a shard for its canary, by the probe of that number.
        public let search: @Sendable (_ shard: Int, _ probe: Int) async throws -> Bool
        /// Has a shard's persons not count as searched, or count again.
        public let fence: @Sendable (_ shard: Int, _ isFenced: Bool) throws -> Void

        /// All from outside.
        public init(
            search: @escaping @Sendable (Int, Int) async throws -> Bool,
            fence: @escaping @Sendable (Int, Bool) throws -> Void
        ) {
            (self.search, self.fence) = (search, fence)
        }

        /// That of a service.
        public init(_ service: IdentificationService, _ flock: CanaryFlock) {
            self.init(
                search: { try await service.sight(flock, in: $0, probe: $1).isFound },
                fence: { try service.fence($0, $1) })
        }
    }

    private let plant: @Sendable () async throws -> Work
    private let rounds: CanaryBook
    private let clock: any WallClock
    private let logger: Logger
    private let observation: ServerObservation?
    /// Between two looks at what is due.
    private let rest: Duration

    /// - Parameters:
    ///   - plant: makes the canaries, before the first search; may take seconds.
    ///   - interval: between two searches of a shard.
    ///   - observation: what comes of it goes there; nil for nowhere.
    ///   - rest: between two looks at what is due.
    public init(
        shards: Int, interval: Duration, clock: any WallClock, logger: Logger,
        observation: ServerObservation? = nil, rest: Duration = .milliseconds(100),
        plant: @escaping @Sendable () async throws -> Work
    ) {
        (self.plant, self.clock, self.logger, self.rest) = (plant, clock, logger, rest)
        self.observation = observation
        rounds = CanaryBook(
            CanaryRounds(
                shards: shards, interval: UInt64(clamping: max(1, interval.wholeMilliseconds)) &* 1_000,
                now: clock.monotonicMicroseconds()))
        observation?.watch(rounds)
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            do {
                await repeatRounds(try await plant())
            } catch {
                logger.error("there are no canaries: no shard is tested", metadata: ["error": "\(error)"])
                // A service that ends would end the server.
                while (try? await Task.sleep(for: .seconds(3_600))) != nil {}
            }
        }
    }

    private func repeatRounds(_ work: Work) async {
        await withDiscardingTaskGroup { searches in
            while !Task.isCancelled {
                for action in rounds.change({ $0.tick(at: clock.monotonicMicroseconds()) }) {
                    if case .search(let shard, let probe) = action {
                        searches.addTask { await search(shard, probe, work) }
                    } else {
                        take(action, work)
                    }
                }
                try? await Task.sleep(for: rest)
            }
        }
    }

    private func search(_ shard: Int, _ probe: Int, _ work: Work) async {
        let begun = clock.monotonicMicroseconds()
        let isFound = try? await work.search(shard, probe)
        let now = clock.monotonicMicroseconds()
        observation?.sawCanary(in: shard, isFound, microseconds: now > begun ? now - begun : 0)
        for action in rounds.change({ $0.answered(shard, isFound: isFound, at: now) }) { take(action, work) }
    }

    private func take(_ action: CanaryRounds.Action, _ work: Work) {
        switch action {
        case .search: break
        case .fence(let shard, let reason):
            try? work.fence(shard, true)
            logger.error(
                "a shard is fenced: nobody in it counts as searched",
                metadata: ["shard": "\(shard)", "reason": "\(reason.rawValue)"])
        case .lift(let shard):
            try? work.fence(shard, false)
            logger.notice("a shard counts again: it finds its canary", metadata: ["shard": "\(shard)"])
        }
    }
}

/// The rounds, for the keeper and for who watches.
final class CanaryBook: Sendable {
    private let rounds: Mutex<CanaryRounds>

    init(_ rounds: CanaryRounds) { self.rounds = Mutex(rounds) }

    var shards: [CanaryRounds.Shard] { rounds.withLock { $0.shards } }

    func change(_ body: (inout sending CanaryRounds) -> [CanaryRounds.Action]) -> [CanaryRounds.Action] {
        rounds.withLock { body(&$0) }
    }
}
