public import Logging
public import ServiceLifecycle
public import TamgaIdentification

/// Does the gallery's work behind the scenes while the server runs, and brings everybody into segment files when it
/// stops.
public struct GalleryKeeper: Service {
    private let service: IdentificationService
    private let logger: Logger
    /// Between two looks for work, and after something failed.
    private let rest: Duration
    private let restAfterFailure: Duration

    /// - Parameters:
    ///   - rest: between two looks for work.
    ///   - restAfterFailure: before the next try, where the system refused something.
    public init(
        service: IdentificationService, logger: Logger, rest: Duration = .seconds(1),
        restAfterFailure: Duration = .seconds(60)
    ) {
        (self.service, self.logger) = (service, logger)
        (self.rest, self.restAfterFailure) = (rest, restAfterFailure)
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let pause = await step()
                try? await Task.sleep(for: pause)
            }
        }
        do { try await service.checkpoint() } catch {
            logger.warning(
                "segment files are not complete, the next start reads the store", metadata: ["error": "\(error)"])
        }
    }

    private func step() async -> Duration {
        do {
            return try await service.maintain() ? .zero : rest
        } catch {
            logger.warning("segment files cannot be kept, tried again later", metadata: ["error": "\(error)"])
            return restAfterFailure
        }
    }
}
