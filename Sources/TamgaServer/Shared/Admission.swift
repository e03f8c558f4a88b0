import Synchronization
package import TamgaWire

/// How much work the server has taken on: the bound on memory and queues that no number of connections passes.
///
/// Each class has a part of it that the others cannot take, so that no flood of one shuts another out; the rest belongs
/// to whoever comes first.
package final class Admission: Sendable {
    private let load: Mutex<Load>

    /// - Parameters:
    ///   - requests: in flight at once.
    ///   - bytes: of their bodies together.
    package init(requests: Int, bytes: Int) {
        load = Mutex(Load(requests: Shares(total: requests), bytes: Shares(total: bytes)))
    }

    /// Takes a request of so many bytes on; false where the server has enough to do.
    package func admit(_ requestClass: RequestClass, bytes: Int) -> Bool {
        load.withLock { load in
            guard load.requests.fits(1, of: requestClass), load.bytes.fits(bytes, of: requestClass) else {
                return false
            }
            load.requests.take(1, of: requestClass)
            load.bytes.take(bytes, of: requestClass)
            return true
        }
    }

    /// Gives back what ``admit(_:bytes:)`` took.
    package func release(_ requestClass: RequestClass, bytes: Int) {
        load.withLock { load in
            load.requests.take(-1, of: requestClass)
            load.bytes.take(-bytes, of: requestClass)
        }
    }

    /// Requests in flight now.
    package var requestsInFlight: Int { load.withLock { $0.requests.taken } }

    /// Of one class.
    package func requestsInFlight(of requestClass: RequestClass) -> Int {
        load.withLock { $0.requests.taken(by: requestClass) }
    }

    private struct Load: Sendable {
        var requests: Shares
        var bytes: Shares
    }
}

/// Something there is so much of, with a part kept for each class, as a value.
package struct Shares: Sendable {
    /// Of each class, by its code: the part of the whole that is kept for it, in per cent.
    package static let kept: [Int] = [25, 25, 10]

    private let total: Int
    private let kept: [Int]
    private var takenBy = RequestClass.allCases.map { _ in 0 }

    package init(total: Int) {
        self.total = total
        kept = Self.kept.map { total / 100 * $0 }
    }

    package var taken: Int { takenBy.reduce(0, +) }

    package func taken(by requestClass: RequestClass) -> Int { takenBy[Int(requestClass.rawValue)] }

    /// Whether so much is left for the class, without what is kept for the others and not taken by them.
    package func fits(_ amount: Int, of requestClass: RequestClass) -> Bool {
        let own = Int(requestClass.rawValue)
        let others = takenBy.indices.filter { $0 != own }
        let reserved = others.reduce(0) { $0 + max(kept[$1], takenBy[$1]) }
        // A single large request may be more than what is kept for anybody: it is taken where nothing else is.
        return takenBy[own] + amount <= total - reserved || taken == 0 && amount <= total
    }

    package mutating func take(_ amount: Int, of requestClass: RequestClass) {
        takenBy[Int(requestClass.rawValue)] += amount
    }
}
