import Synchronization

/// Connections of each certificate: how many one station may hold, so that none takes those of all the others.
package final class Seats: Sendable {
    private let limit: Int
    private let taken = Mutex<[[UInt8]: Int]>([:])

    /// - Parameter limit: connections of one certificate at once.
    package init(limit: Int) { self.limit = limit }

    /// Takes a seat for a connection of the certificate with this fingerprint; false where it has as many as it may.
    package func take(_ certificate: [UInt8]) -> Bool {
        taken.withLock { taken in
            guard taken[certificate, default: 0] < limit else { return false }
            taken[certificate, default: 0] += 1
            return true
        }
    }

    /// Gives back what ``take(_:)`` took.
    package func leave(_ certificate: [UInt8]) {
        taken.withLock { taken in
            guard let count = taken[certificate] else { return }
            taken[certificate] = count > 1 ? count - 1 : nil
        }
    }
}
