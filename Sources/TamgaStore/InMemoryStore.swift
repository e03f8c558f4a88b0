import Synchronization
public import TamgaRegistry

/// A store that keeps everything in memory: for tests and demonstrations.
public final class InMemoryStore: PersonStore {
    /// What a disk is to a store on disk: it outlives the store and can be opened again.
    public final class Medium: Sendable {
        fileprivate let content = Mutex(Content())
        /// Makes an empty one.
        public init() {}
    }

    fileprivate struct Content: Sendable {
        var persons: [PersonID: PersonRecord] = [:]
        var records: UInt64 = 0
        var sequence: UInt64 = 0
    }

    private let medium: Medium
    private let isClosed = Mutex(false)

    /// Opens the store on a medium; several may share one.
    public init(_ medium: Medium = Medium()) {
        self.medium = medium
    }

    public func enrol(person: PersonID, records: [StoredRecord], enrolledAt: Int64) throws(StoreError) -> UInt64 {
        try StoreLimits.check(records)
        return try use { content throws(StoreError) in
            guard content.persons[person] == nil else {
                throw StoreError(.personExists, "the person is registered already")
            }
            content.sequence += 1
            content.records += UInt64(records.count)
            content.persons[person] = PersonRecord(
                person: person, records: records, enrolledAt: enrolledAt, sequence: content.sequence)
            return content.sequence
        }
    }

    public func delete(_ person: PersonID) throws(StoreError) -> UInt64 {
        try use { content throws(StoreError) in
            guard let gone = content.persons.removeValue(forKey: person) else {
                throw StoreError(.personUnknown, "no such person is registered")
            }
            content.sequence += 1
            content.records -= UInt64(gone.records.count)
            return content.sequence
        }
    }

    public func read(_ person: PersonID) throws(StoreError) -> PersonRecord? {
        try use { content throws(StoreError) in content.persons[person] }
    }

    public func scan(_ body: (PersonRecord) throws(StoreError) -> Void) throws(StoreError) {
        let persons = try use { content throws(StoreError) in content.persons }
        for person in persons.values.sorted(by: { $0.sequence < $1.sequence }) {
            try body(person)
        }
    }

    public func counts() throws(StoreError) -> StoreCounts {
        try use { content throws(StoreError) in
            StoreCounts(
                persons: UInt64(content.persons.count), records: content.records, sequence: content.sequence)
        }
    }

    public func close() {
        isClosed.withLock { $0 = true }
    }

    private func use<Value: Sendable>(
        _ body: (inout Content) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        guard !isClosed.withLock({ $0 }) else { throw StoreError(.closed, "the store is closed") }
        return try medium.content.withLock { content throws(StoreError) in try body(&content) }
    }
}
