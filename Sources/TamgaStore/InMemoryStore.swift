import Synchronization
public import TamgaCrypto
public import TamgaRegistry

/// A store that keeps everything in memory: for tests and demonstrations.
public final class InMemoryStore: PersonStore {
    /// What a disk is to a store on disk: it outlives the store and can be opened again.
    public final class Medium: Sendable {
        fileprivate let content = Mutex(MemoryContent())
        /// Makes an empty one.
        public init() {}
    }

    private let medium: Medium
    private let isClosed = Mutex(false)

    /// Opens the store on a medium; several may share one.
    public init(_ medium: Medium = Medium()) {
        self.medium = medium
    }

    public func apply(_ changes: [StoreChange]) throws(StoreError) -> [Result<AppliedChange, StoreError>] {
        try use { content throws(StoreError) in
            changes.map { change in Result { () throws(StoreError) in try content.apply(change) } }
        }
    }

    public func read(_ person: PersonID) throws(StoreError) -> PersonRecord? {
        try use { content throws(StoreError) in content.persons[person] }
    }

    public func scan(
        after sequence: UInt64, _ body: (PersonRecord) throws(StoreError) -> Void
    ) throws(StoreError) {
        let persons = try use { content throws(StoreError) in content.persons }
        for person in persons.values.sorted(by: { $0.sequence < $1.sequence }) where person.sequence > sequence {
            try body(person)
        }
    }

    public func facts(of person: PersonID) throws(StoreError) -> [StoredFact] {
        try use { content throws(StoreError) in content.facts[person] ?? [] }
    }

    public func scanFacts(
        after number: UInt64, _ body: (StoredFact) throws(StoreError) -> Void
    ) throws(StoreError) {
        let facts = try use { content throws(StoreError) in
            content.facts.values.joined().filter { $0.number > number }
        }
        for fact in facts.sorted(by: { ($0.number, $0.ordinal) < ($1.number, $1.ordinal) }) { try body(fact) }
    }

    public func deletions(after sequence: UInt64, limit: Int) throws(StoreError) -> [DeletionEntry] {
        try use { content throws(StoreError) in
            Array(content.deletions.lazy.filter { $0.sequence > sequence }.prefix(max(0, limit)))
        }
    }

    public func segmentKey() throws(StoreError) -> SecretKey {
        try use { content throws(StoreError) in try content.segmentKey() }
    }

    public func counts() throws(StoreError) -> StoreCounts {
        try use { content throws(StoreError) in
            StoreCounts(
                persons: UInt64(content.persons.count),
                records: content.persons.values.reduce(0) { $0 + UInt64($1.records.count) },
                facts: content.facts.values.reduce(0) { $0 + UInt64($1.count) }, sequence: content.sequence)
        }
    }

    public func close() {
        isClosed.withLock { $0 = true }
    }

    private func use<Value: Sendable>(
        _ body: (inout MemoryContent) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        guard !isClosed.withLock({ $0 }) else { throw StoreError(.closed, "the store is closed") }
        return try medium.content.withLock { content throws(StoreError) in try body(&content) }
    }
}
