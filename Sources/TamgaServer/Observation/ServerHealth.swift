import Synchronization
package import TamgaIdentification

/// Whether requests should come here, and why not.
package final class ServerHealth: Sendable {
    private struct State {
        var service: IdentificationService?
        var connections: OpenConnections?
        /// µs of the clock at the last transaction that failed, where none has succeeded since.
        var storeFailure: UInt64?
    }

    /// How long a failure of the store is held against it when nothing is tried after it: µs.
    private static let failureHolds: UInt64 = 60_000_000

    private let clock: any WallClock
    private let state = Mutex(State())

    init(clock: any WallClock) { self.clock = clock }

    func attach(_ service: IdentificationService) { state.withLock { $0.service = service } }
    func attach(_ connections: OpenConnections) { state.withLock { $0.connections = connections } }

    func stored() { state.withLock { $0.storeFailure = nil } }

    func storeFailed() {
        let now = clock.monotonicMicroseconds()
        state.withLock { $0.storeFailure = now }
    }

    /// Why requests should not come here, as a line for people; nil where they may.
    package var reason: String? {
        let now = clock.monotonicMicroseconds()
        let (service, connections, failure) = state.withLock { ($0.service, $0.connections, $0.storeFailure) }
        if connections?.isDraining == true { return "the server is going down" }
        guard service?.statistics().isReady == true else { return "the gallery is not loaded" }
        guard connections != nil else { return "the server does not listen yet" }
        if let failure, now < failure + Self.failureHolds { return "the store has failed" }
        return nil
    }
}
