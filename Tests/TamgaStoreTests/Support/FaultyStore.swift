import Synchronization
import TamgaCrypto
import TamgaRegistry
import TamgaStore

/// A store that fails when told to, else does what the store inside does.
final class FaultyStore: PersonStore {
    enum Operation: Hashable, CaseIterable { case apply, read, scan, facts, scanFacts, deletions, counts }

    /// Whether the call fails before it had any effect, or after: as when only the answer is lost.
    enum Moment: CaseIterable { case before, after }

    struct Fault {
        let operation: Operation
        let moment: Moment
        let error: StoreError
    }

    private let inside: any PersonStore
    private let faults = Mutex<[Fault]>([])

    init(_ inside: any PersonStore) { self.inside = inside }

    /// The next call of that operation fails, once.
    func failNext(_ operation: Operation, _ moment: Moment, _ code: StoreError.Code) {
        let error = StoreError(code, "injected")
        faults.withLock { $0.append(Fault(operation: operation, moment: moment, error: error)) }
    }

    func apply(_ changes: [StoreChange]) throws(StoreError) -> [Result<AppliedChange, StoreError>] {
        try around(.apply) { () throws(StoreError) in try inside.apply(changes) }
    }

    func read(_ person: PersonID) throws(StoreError) -> PersonRecord? {
        try around(.read) { () throws(StoreError) in try inside.read(person) }
    }

    func scan(after sequence: UInt64, _ body: (PersonRecord) throws(StoreError) -> Void) throws(StoreError) {
        try around(.scan) { () throws(StoreError) in try inside.scan(after: sequence, body) }
    }

    func facts(of person: PersonID) throws(StoreError) -> [StoredFact] {
        try around(.facts) { () throws(StoreError) in try inside.facts(of: person) }
    }

    func scanFacts(after number: UInt64, _ body: (StoredFact) throws(StoreError) -> Void) throws(StoreError) {
        try around(.scanFacts) { () throws(StoreError) in try inside.scanFacts(after: number, body) }
    }

    func deletions(after sequence: UInt64, limit: Int) throws(StoreError) -> [DeletionEntry] {
        try around(.deletions) { () throws(StoreError) in try inside.deletions(after: sequence, limit: limit) }
    }

    func segmentKey() throws(StoreError) -> SecretKey { try inside.segmentKey() }

    func counts() throws(StoreError) -> StoreCounts {
        try around(.counts) { () throws(StoreError) in try inside.counts() }
    }

    func close() { inside.close() }

    private func around<Value>(
        _ operation: Operation, _ call: () throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        let fault = faults.withLock { faults in
            faults.firstIndex { $0.operation == operation }.map { faults.remove(at: $0) }
        }
        if let fault, fault.moment == .before { throw fault.error }
        let value = try call()
        if let fault { throw fault.error }
        return value
    }
}
