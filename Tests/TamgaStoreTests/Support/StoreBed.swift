import TamgaCrypto
import TamgaRegistry
import TamgaStore
import TamgaStoreSQLite
import Testing

/// A place for one store, which can be closed and opened there again.
protocol StoreBed {
    func open() throws -> any PersonStore
}

/// A kind of store that has to conform.
struct StoreKind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bed: @Sendable () throws -> any StoreBed

    static let all = [
        StoreKind(testDescription: "in memory") { MemoryBed() },
        StoreKind(testDescription: "SQLite") { try SQLiteBed() },
        StoreKind(testDescription: "faulty, no fault set") { FaultyBed() },
    ]
}

private struct MemoryBed: StoreBed {
    let medium = InMemoryStore.Medium()
    func open() -> any PersonStore { InMemoryStore(medium) }
}

private struct FaultyBed: StoreBed {
    let medium = InMemoryStore.Medium()
    func open() -> any PersonStore { FaultyStore(InMemoryStore(medium)) }
}

private struct SQLiteBed: StoreBed {
    let directory: TemporaryDirectory
    init() throws { directory = try TemporaryDirectory() }
    func open() throws -> any PersonStore {
        KeepingStore(try SQLiteStore(directory: directory.store, keys: Samples.keys()), directory)
    }
}

/// Keeps the directory as long as the store in it is used.
private struct KeepingStore: PersonStore {
    private let store: SQLiteStore
    private let directory: TemporaryDirectory

    init(_ store: SQLiteStore, _ directory: TemporaryDirectory) {
        self.store = store
        self.directory = directory
    }

    func apply(_ changes: [StoreChange]) throws(StoreError) -> [Result<AppliedChange, StoreError>] {
        try store.apply(changes)
    }

    func read(_ person: PersonID) throws(StoreError) -> PersonRecord? { try store.read(person) }

    func scan(after sequence: UInt64, _ body: (PersonRecord) throws(StoreError) -> Void) throws(StoreError) {
        try store.scan(after: sequence, body)
    }

    func roster() throws(StoreError) -> [RosterEntry] { try store.roster() }

    func facts(of person: PersonID) throws(StoreError) -> [StoredFact] { try store.facts(of: person) }

    func scanFacts(after number: UInt64, _ body: (StoredFact) throws(StoreError) -> Void) throws(StoreError) {
        try store.scanFacts(after: number, body)
    }

    func deletions(after sequence: UInt64, limit: Int) throws(StoreError) -> [DeletionEntry] {
        try store.deletions(after: sequence, limit: limit)
    }

    func segmentKey() throws(StoreError) -> SecretKey { try store.segmentKey() }
    func counts() throws(StoreError) -> StoreCounts { try store.counts() }
    func close() { store.close() }
}
