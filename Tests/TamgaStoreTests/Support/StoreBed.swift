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
        KeepingStore(try SQLiteStore(directory: directory.store), directory)
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

    func enrol(person: PersonID, records: [StoredRecord], enrolledAt: Int64) throws(StoreError) -> UInt64 {
        try store.enrol(person: person, records: records, enrolledAt: enrolledAt)
    }

    func delete(_ person: PersonID) throws(StoreError) -> UInt64 { try store.delete(person) }
    func read(_ person: PersonID) throws(StoreError) -> PersonRecord? { try store.read(person) }
    func scan(_ body: (PersonRecord) throws(StoreError) -> Void) throws(StoreError) { try store.scan(body) }
    func counts() throws(StoreError) -> StoreCounts { try store.counts() }
    func close() { store.close() }
}
