import Dispatch
public import ServiceLifecycle

/// Looks through a store while the server answers already, once; damage ends the server.
///
/// For stores too large to be looked through before the first answer. The gallery then came from segment files, whose
/// checksums were verified; what is damaged in the store could not be read again at a later start.
public struct StoreWatch: Service {
    private let check: @Sendable () throws -> Void

    /// - Parameter check: throws where there is damage; it may take long and runs on a thread of its own.
    public init(check: @escaping @Sendable () throws -> Void) { self.check = check }

    public func run() async throws {
        let (outcomes, continuation) = AsyncStream<Result<Void, any Error>>.makeStream()
        DispatchQueue.global(qos: .background).async { continuation.yield(Result { try check() }) }
        // The stream has one outcome and no end: a server that is to stop does not wait for it.
        let damage = await cancelWhenGracefulShutdown { () async -> (any Error)? in
            for await case .failure(let error) in outcomes { return error }
            return nil
        }
        if let damage { throw damage }
    }
}
