import Dispatch
import Synchronization
import TamgaCrypto
import TamgaRegistry
import TamgaStore

/// A store whose transactions can be held, and that counts the changes of each.
final class SlowStore: PersonStore {
    private struct State {
        var batches: [Int] = []
        var isHeld = false
        var isWaiting = false
    }

    private let inner = InMemoryStore()
    private let state = Mutex(State())
    private let gate = DispatchSemaphore(value: 0)
    private let refused: String?

    /// - Parameter refusing: a transaction with this person fails as a whole, for want of room.
    init(refusing: String? = nil) { refused = refusing }

    /// Changes of each transaction that succeeded.
    var batches: [Int] { state.withLock { $0.batches } }

    /// The next transaction waits for ``release()``.
    func hold() { state.withLock { $0.isHeld = true } }
    func release() { gate.signal() }

    func waitUntilHeld() async throws {
        while !state.withLock({ $0.isWaiting }) { try await Task.sleep(for: .milliseconds(1)) }
    }

    func apply(_ changes: [StoreChange]) throws(StoreError) -> [Result<AppliedChange, StoreError>] {
        let mustWait = state.withLock { state in
            defer { state.isHeld = false }
            if state.isHeld { state.isWaiting = true }
            return state.isHeld
        }
        if mustWait { gate.wait() }
        guard !changes.contains(where: { $0.persons.contains { $0.text == refused } }) else {
            throw StoreError(.full, "no space is left")
        }
        let outcomes = try inner.apply(changes)
        state.withLock { $0.batches.append(changes.count) }
        return outcomes
    }

    func read(_ person: PersonID) throws(StoreError) -> PersonRecord? { try inner.read(person) }

    func scan(after sequence: UInt64, _ body: (PersonRecord) throws(StoreError) -> Void) throws(StoreError) {
        try inner.scan(after: sequence, body)
    }

    func facts(of person: PersonID) throws(StoreError) -> [StoredFact] { try inner.facts(of: person) }

    func scanFacts(after number: UInt64, _ body: (StoredFact) throws(StoreError) -> Void) throws(StoreError) {
        try inner.scanFacts(after: number, body)
    }

    func deletions(after sequence: UInt64, limit: Int) throws(StoreError) -> [DeletionEntry] {
        try inner.deletions(after: sequence, limit: limit)
    }

    func segmentKey() throws(StoreError) -> SecretKey { try inner.segmentKey() }
    func counts() throws(StoreError) -> StoreCounts { try inner.counts() }
    func close() { inner.close() }
}
