import Synchronization

/// How much work the server has taken on: the bound on memory and queues that no number of connections passes.
package final class Admission: Sendable {
    private struct Load {
        var requests = 0
        var bytes = 0
    }

    private let requests: Int
    private let bytes: Int
    private let load = Mutex(Load())

    /// - Parameters:
    ///   - requests: in flight at once.
    ///   - bytes: of their bodies together.
    package init(requests: Int, bytes: Int) {
        self.requests = requests
        self.bytes = bytes
    }

    /// Takes a request of so many bytes on; false where the server has enough to do.
    package func admit(bytes: Int) -> Bool {
        load.withLock { load in
            guard load.requests < requests, bytes <= self.bytes - load.bytes else { return false }
            load.requests += 1
            load.bytes += bytes
            return true
        }
    }

    /// Gives back what ``admit(bytes:)`` took.
    package func release(bytes: Int) {
        load.withLock { load in
            load.requests -= 1
            load.bytes -= bytes
        }
    }

    /// Requests in flight now.
    package var requestsInFlight: Int { load.withLock { $0.requests } }
}
