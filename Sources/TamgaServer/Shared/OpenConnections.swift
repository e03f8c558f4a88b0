package import NIOCore
import Synchronization
package import TamgaTLS

/// The connections that are open: how many there may be, and how all of them are told something.
package final class OpenConnections: Sendable {
    /// What became of a new connection.
    package enum Admitted: Hashable, Sendable {
        case accepted
        /// There are as many as there may be.
        case full
        /// The server is going down.
        case shuttingDown
    }

    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isDraining = false
        var whenEmpty: [EventLoopPromise<Void>] = []
    }

    private let limit: Int
    private let state = Mutex(State())

    package init(limit: Int) {
        self.limit = limit
    }

    /// Whether no further connection is taken in.
    package var isDraining: Bool { state.withLock { $0.isDraining } }

    package var count: Int { state.withLock { $0.channels.count } }

    /// Takes a connection in until it is closed.
    package func add(_ channel: any Channel) -> Admitted {
        let admitted = state.withLock { state -> Admitted in
            guard !state.isDraining else { return .shuttingDown }
            guard state.channels.count < limit else { return .full }
            state.channels[ObjectIdentifier(channel)] = channel
            return .accepted
        }
        if admitted == .accepted {
            channel.closeFuture.whenComplete { _ in self.remove(channel) }
        }
        return admitted
    }

    private func remove(_ channel: any Channel) {
        let promises = state.withLock { state -> [EventLoopPromise<Void>] in
            state.channels[ObjectIdentifier(channel)] = nil
            guard state.channels.isEmpty else { return [] }
            defer { state.whenEmpty = [] }
            return state.whenEmpty
        }
        for promise in promises { promise.succeed() }
    }

    /// Takes no further connection in and asks those open to finish; succeeds when the last one is closed.
    package func drain(on loop: any EventLoop) -> EventLoopFuture<Void> {
        let promise = loop.makePromise(of: Void.self)
        let isEmpty = state.withLock { state in
            state.isDraining = true
            if !state.channels.isEmpty { state.whenEmpty.append(promise) }
            return state.channels.isEmpty
        }
        if isEmpty { promise.succeed() }
        tell(SessionCommand.drain)
        return promise.futureResult
    }

    /// Closes those that are still open, whatever they do.
    package func abort() {
        tell(SessionCommand.abort)
    }

    /// Has each of them looked at by the rules of this context; those that do not pass are ended.
    package func review(by context: TLSContext) {
        tell(TLSReview(by: context))
    }

    private func tell(_ command: any Sendable) {
        for channel in state.withLock({ Array($0.channels.values) }) {
            channel.pipeline.fireUserInboundEventTriggered(command)
        }
    }
}

/// What the server tells its sessions, as a user inbound event.
package enum SessionCommand: Hashable, Sendable {
    /// Finish what is in flight, take nothing new, then close.
    case drain
    /// Close now.
    case abort
}
