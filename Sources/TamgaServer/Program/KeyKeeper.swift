public import Logging
public import ServiceLifecycle

/// Takes up new master keys while the server runs, and brings what is sealed under older ones to the active one.
public struct KeyKeeper: Service {
    /// What there is to do with keys; each blocks until it is done.
    public struct Work: Sendable {
        /// Reads the keys anew and takes them up; the name of the active one.
        public let reload: @Sendable () throws -> String
        /// Brings some keys to the active one; how many are left.
        public let rotate: @Sendable () throws -> Int

        /// Both from outside: the store, and where its keys come from.
        public init(reload: @escaping @Sendable () throws -> String, rotate: @escaping @Sendable () throws -> Int) {
            (self.reload, self.rotate) = (reload, rotate)
        }
    }

    private let work: Work
    private let requests: AsyncStream<Void>
    private let logger: Logger

    /// - Parameter requests: one for each time the keys are to be read anew.
    public init(_ work: Work, requests: AsyncStream<Void>, logger: Logger) {
        (self.work, self.requests, self.logger) = (work, requests, logger)
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            // What a crash or a stop left halfway.
            await attempt { try await rotate() }
            for await _ in requests {
                await attempt {
                    let active = try await Aside.run(work.reload)
                    logger.notice("master keys were read anew", metadata: ["active": "\(active)"])
                    try await rotate()
                }
            }
        }
    }

    private func rotate() async throws {
        var left = try await Aside.run(work.rotate)
        while left > 0, !Task.isCancelled { left = try await Aside.run(work.rotate) }
        if left == 0 { logger.notice("everything is sealed under the active master key") }
    }

    /// What fails is said; the keys in use stay as they are, and the server goes on.
    private func attempt(_ body: () async throws -> Void) async {
        do { try await body() } catch {
            logger.error("master keys are not changed", metadata: ["error": "\(error)"])
        }
    }
}
