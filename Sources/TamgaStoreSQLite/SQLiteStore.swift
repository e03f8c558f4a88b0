import GRDB
import Synchronization
public import TamgaCrypto
public import TamgaStore

/// The store on disk: one SQLite file in a directory of its own.
///
/// A change returns after its commit is synchronised to the disk. One process at a time may open a directory for
/// writing; the kernel frees it however that process ends. The lock is advisory and made for local file systems.
/// Deleted rows are overwritten in the file, but stay in the write-ahead log until ``eraseRemains()``.
///
/// Records are sealed with AES-256-GCM under a key of their encounter, a fact under its own, and those under a master
/// key, which comes from outside: without it the store does not open. Identifiers, times and counts are not sealed.
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
        let vault: KeyVault
        /// Kept for the lock on it.
        let lock: SystemFile?
    }

    private let handle: Mutex<Handle?>
    /// Whether something deleted may lie in the log; at the beginning, of the time before.
    private let remains = Mutex(true)

    /// Opens the store in a directory.
    ///
    /// - Parameters:
    ///   - directory: made with mode 0700 if it is not there; its parent has to be.
    ///   - keys: the master keys; whatever is written is sealed under the active one.
    /// - Throws: `.busy` if another process has it, `.newerThanProgram`, `.olderThanProgram`, `.notAStore`,
    ///   `.missing`, `.corrupt`, `.keyMissing`, `.readOnly`, `.full` or `.ioFailed`.
    public convenience init(directory: String, keys: KeyRing, access: Access = .readWrite) throws(StoreError) {
        try self.init(directory: directory, keys: keys, access: access, maximumPages: nil)
    }

    /// - Parameter maximumPages: pages of 4,096 bytes after which the file counts as full, for tests.
    package init(
        directory: String, keys: KeyRing, access: Access = .readWrite, maximumPages: Int?
    ) throws(StoreError) {
        let place = StoreDirectory(directory)
        let opened =
            switch access {
            case .readWrite: try Self.openForWriting(place, keys, maximumPages: maximumPages)
            case .readOnly: try Self.openForReading(place, keys)
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

    func open() throws(StoreError) -> Handle {
        guard let handle = handle.withLock({ $0 }) else { throw StoreError(.closed, "the store is closed") }
        return handle
    }

    /// Whether ``eraseRemains()`` has something to do.
    var hasRemains: Bool { remains.withLock { $0 } }
    func noteRemains() { remains.withLock { $0 = true } }
    func forgetRemains() { remains.withLock { $0 = false } }
}

extension SQLiteStore {
    private static func openForWriting(
        _ place: StoreDirectory, _ keys: KeyRing, maximumPages: Int?
    ) throws(StoreError) -> Handle {
        try place.create()
        let lock = try place.lock()
        if try !place.hasDatabase() {
            try place.createDatabase { path throws(StoreError) in
                try storing("making the store") {
                    let maker = try StoreConnection.maker(path)
                    try StoreSchema.migrate(maker, keys)
                    // Without the pages that the tables of earlier versions left.
                    try maker.vacuum()
                    try maker.close()
                }
            }
        }
        return try storing("opening the store") {
            let needsMigration = try inspect(place, keys)
            let pool = try StoreConnection.pool(place.database, maximumPages: maximumPages)
            if needsMigration { try StoreSchema.migrate(pool, keys) }
            try pool.read(checkSequence)
            let vault: KeyVault = try pool.read { db in try Self.vault(keys, db) }
            try pool.write { db in try MasterKeyProof.note(keys.active, vault.identity, db) }
            return Handle(writer: pool, vault: vault, lock: lock)
        }
    }

    private static func openForReading(_ place: StoreDirectory, _ keys: KeyRing) throws(StoreError) -> Handle {
        guard try place.hasDatabase() else { throw StoreError(.missing, "there is no store in this directory") }
        return try storing("opening the store") {
            let (reader, needsMigration) = try reader(place)
            guard !needsMigration else {
                throw StoreError(.olderThanProgram, "the store has to be opened for writing once")
            }
            let vault: KeyVault = try reader.read { db in try Self.vault(keys, db) }
            return Handle(writer: reader, vault: vault, lock: nil)
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

    /// Asks the file who it is and whether the keys fit, without writing to it.
    private static func inspect(_ place: StoreDirectory, _ keys: KeyRing) throws -> Bool {
        let untouching = place.hasLog ? nil : try? StoreConnection.untouchingReader(place.database)
        let reader = try untouching ?? StoreConnection.reader(place.database)
        defer { try? reader.close() }
        return try reader.read { db in
            let needsMigration = try StoreSchema.needsMigration(db)
            if !needsMigration { _ = try vault(keys, db) }
            return needsMigration
        }
    }

    /// The keys of this store, if all that it needs are there.
    static func vault(_ keys: KeyRing, _ db: Database) throws -> KeyVault {
        let row = try Row.fetchOne(db, sql: "SELECT bytes FROM identity")
        guard let identity = row?.bytes(0), identity.count == SQLiteStoreLimits.identityBytes else {
            throw StoreError(.corrupt, "the store's identity is gone")
        }
        try MasterKeyProof.check(keys, identity, db)
        return KeyVault(identity: identity, keys)
    }

    /// A number used twice would be worse than no start.
    private static func checkSequence(_ db: Database) throws {
        let stated = try Int64.fetchOne(db, sql: "SELECT sequence FROM store WHERE id = 1")
        let used = try Int64.fetchOne(
            db,
            sql: """
                SELECT max(
                    ifnull((SELECT max(changed) FROM person), 0), ifnull((SELECT max(sequence) FROM deletion), 0),
                    ifnull((SELECT max(number) FROM fact), 0))
                """)
        guard let stated, let used, stated >= used else {
            throw StoreError(.corrupt, "the last change is numbered lower than a person, a fact or a deletion")
        }
    }
}

extension DatabaseError {
    /// What SQLite says when it may not make the files of shared memory beside a file it only reads.
    var isForWantOfSharedMemory: Bool {
        resultCode == .SQLITE_READONLY || resultCode == .SQLITE_CANTOPEN
    }
}
