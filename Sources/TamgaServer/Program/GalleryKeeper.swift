public import Logging
public import ServiceLifecycle
public import TamgaIdentification

/// Does the gallery's work behind the scenes while the server runs: keeps the segment files, sees to it that they hold
/// nobody who was deleted, and brings everybody into them when it stops.
public struct GalleryKeeper: Service {
    private let service: IdentificationService
    private let logger: Logger
    /// Between two looks for work, and after something failed.
    private let rest: Duration
    private let restAfterFailure: Duration
    /// Between two looks for persons who are gone but still in a file.
    private let erasureInterval: Duration
    /// Files that are written anew for them at the end: a gigabyte, some seconds. The next start sees to the others.
    private static let filesErasedAtEnd = 64

    /// - Parameters:
    ///   - rest: between two looks for work.
    ///   - restAfterFailure: before the next try, where the system refused something.
    ///   - erasureInterval: between two looks for persons who are gone but still in a segment file.
    public init(
        service: IdentificationService, logger: Logger, rest: Duration = .seconds(1),
        restAfterFailure: Duration = .seconds(60), erasureInterval: Duration = .seconds(60)
    ) {
        (self.service, self.logger) = (service, logger)
        (self.rest, self.restAfterFailure) = (rest, restAfterFailure)
        self.erasureInterval = erasureInterval
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            async let erasing: Void = repeatErasures()
            while !Task.isCancelled {
                let pause = await step()
                try? await Task.sleep(for: pause)
            }
            await erasing
        }
        await erase(atMost: Self.filesErasedAtEnd)
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

    private func repeatErasures() async {
        while !Task.isCancelled {
            // A sleep that is cut short is the end: that one is erased for by the caller.
            guard (try? await Task.sleep(for: erasureInterval)) != nil else { return }
            await erase(atMost: .max)
        }
    }

    private func erase(atMost files: Int) async {
        do {
            guard try await !service.erase(atMost: files), !Task.isCancelled else { return }
            logger.warning("files may still hold persons who are gone, tried again later and at the next start")
        } catch {
            logger.warning(
                "files may still hold persons who are gone, tried again later", metadata: ["error": "\(error)"])
        }
    }
}
