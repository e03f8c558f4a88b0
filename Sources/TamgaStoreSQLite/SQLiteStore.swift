import GRDB
import Synchronization
public import TamgaStore

/// The store on disk: one SQLite file in a directory of its own.
///
/// A change returns after its commit is synchronised to the disk. One process at a time may open a directory for
/// writing; the kernel frees it however that process ends. The lock is advisory and made for local file systems.
/// Deleted rows are overwritten in the file, but stay in the write-ahead log until it is folded in: on closing, or
/// after some later changes.
public final class SQLiteStore: PersonStore {
    /// What the store may be opened for.
    public enum Access: Hashable, Sendable {
        /// Everything; makes what is not there.
        case readWrite
        /// Reading and checking, beside a process that writes or alone; takes no lock and makes no store.
        case readOnly
    }

    struct Handle: Sendable {
        let writer: any DatabaseWriter
        /// Kept for the lock on it.
        let lock: SystemFile?
    }

    private let handle: Mutex<Handle?>

    /// Opens the store in a directory.
    ///
    /// - Parameter directory: made with mode 0700 if it is not there; its parent has to be.
    /// - Throws: `.busy` if another process has it, `.newerThanProgram`, `.olderThanProgram`, `.notAStore`,
    ///   `.missing`, `.corrupt`, `.readOnly`, `.full` or `.ioFailed`.
    public convenience init(directory: String, access: Access = .readWrite) throws(StoreError) {
        try self.init(directory: directory, access: access, maximumPages: nil)
    }

    /// - Parameter maximumPages: pages of 4,096 bytes after which the file counts as full, for tests.
    package init(directory: String, access: Access = .readWrite, maximumPages: Int?) throws(StoreError) {
        let place = StoreDirectory(directory)
        let opened =
            switch access {
            case .readWrite: try Self.openForWriting(place, maximumPages: maximumPages)
            case .readOnly: try Self.openForReading(place)
            }
        handle = Mutex(opened)
    }

    deinit { close() }

    public func close() {
        guard let closing = handle.withLock({ $0.take() }) else { return }
        // Readers first: the last connection to go folds the log into the file, and only the writer can.
        (closing.writer as? DatabasePool)?.releaseMemory()
        try? closing.writer.close()
        // The directory is free only now.
        withExtendedLifetime(closing.lock) {}
    }

    func open() throws(StoreError) -> any DatabaseWriter {
        guard let handle = handle.withLock({ $0 }) else { throw StoreError(.closed, "the store is closed") }
        return handle.writer
    }
}

extension SQLiteStore {
    private static func openForWriting(_ place: StoreDirectory, maximumPages: Int?) throws(StoreError) -> Handle {
        try place.create()
        let lock = try place.lock()
        if try !place.hasDatabase() {
            try place.createDatabase { path throws(StoreError) in
                try storing("making the store") {
                    let maker = try StoreConnection.maker(path)
                    try StoreSchema.migrate(maker)
                    try maker.close()
                }
            }
        }
        return try storing("opening the store") {
            let needsMigration = try inspect(place)
            let pool = try StoreConnection.pool(place.database, maximumPages: maximumPages)
            if needsMigration { try StoreSchema.migrate(pool) }
            try pool.read(checkSequence)
            return Handle(writer: pool, lock: lock)
        }
    }

    private static func openForReading(_ place: StoreDirectory) throws(StoreError) -> Handle {
        guard try place.hasDatabase() else { throw StoreError(.missing, "there is no store in this directory") }
        return try storing("opening the store") {
            let (reader, needsMigration) = try reader(place)
            guard !needsMigration else {
                throw StoreError(.olderThanProgram, "the store has to be opened for writing once")
            }
            return Handle(writer: reader, lock: nil)
        }
    }

    /// A connection that reads, and whether the schema is of an older version.
    private static func reader(_ place: StoreDirectory) throws -> (DatabaseQueue, Bool) {
        do {
            let reader = try StoreConnection.reader(place.database)
            return (reader, try reader.read(StoreSchema.needsMigration))
        } catch let error as DatabaseError where error.isForWantOfSharedMemory && !place.hasLog {
            let reader = try StoreConnection.untouchingReader(place.database)
            return (reader, try reader.read(StoreSchema.needsMigration))
        }
    }

    /// Asks the file who it is, without writing to it.
    private static func inspect(_ place: StoreDirectory) throws -> Bool {
        let untouching = place.hasLog ? nil : try? StoreConnection.untouchingReader(place.database)
        let reader = try untouching ?? StoreConnection.reader(place.database)
        defer { try? reader.close() }
        return try reader.read(StoreSchema.needsMigration)
    }

    /// A number used twice would be worse than no start.
    private static func checkSequence(_ db: Database) throws {
        let stated = try Int64.fetchOne(db, sql: "SELECT sequence FROM store WHERE id = 1")
        let used = try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM person") ?? 0
        guard let stated, stated >= used else {
            throw StoreError(.corrupt, "the last change is numbered lower than a person")
        }
    }
}

extension DatabaseError {
    /// What SQLite says when it may not make the files of shared memory beside a file it only reads.
    fileprivate var isForWantOfSharedMemory: Bool {
        resultCode == .SQLITE_READONLY || resultCode == .SQLITE_CANTOPEN
    }
}
