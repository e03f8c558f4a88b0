import GRDB
import TamgaStore

/// How connections to the file are opened.
enum StoreConnection {
    /// The pool that serves: one writer, several readers, every commit on the disk before it returns.
    static func pool(_ path: String, maximumPages: Int?) throws -> DatabasePool {
        var configuration = configuration()
        configuration.maximumReaderCount = SQLiteStoreLimits.readers
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction { db in
            // The pool has set its writer to NORMAL, which may lose the last commits with the power.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "PRAGMA journal_size_limit = \(SQLiteStoreLimits.journalBytes)")
            if let maximumPages { try db.execute(sql: "PRAGMA max_page_count = \(maximumPages)") }
        }
        return pool
    }

    /// One connection with a rollback journal: to make a new file in one piece.
    static func maker(_ path: String) throws -> DatabaseQueue {
        try DatabaseQueue(path: path, configuration: configuration())
    }

    /// One connection that leaves the file as it is, and may put the files of shared memory beside it.
    static func reader(_ path: String) throws -> DatabaseQueue {
        var configuration = configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// One connection that leaves the directory as it is, too: only where there is no log and nobody writes.
    ///
    /// - Throws: where SQLite was built to take no addresses for names, that the file cannot be opened.
    static func untouchingReader(_ path: String) throws -> DatabaseQueue {
        try reader(address(of: path, "immutable=1"))
    }

    /// A file's name as SQLite reads it with parameters.
    static func address(of path: String, _ parameters: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-".utf8)
        let escaped = path.utf8.map { byte in
            plain.contains(byte) ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16).leftPadded
        }
        return "file:\(escaped.joined())?\(parameters)"
    }

    /// One connection for filling a new file in one transaction: what is left of it after a failure is of no use.
    static func filler(_ path: String) throws -> DatabaseQueue {
        var configuration = configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            // The whole file is synchronised at the end; nothing of the content may lie in a journal on the disk.
            try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "tamga.store"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(Double(SQLiteStoreLimits.busySeconds))
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    PRAGMA fullfsync = ON;
                    PRAGMA checkpoint_fullfsync = ON;
                    PRAGMA secure_delete = ON;
                    PRAGMA cell_size_check = ON;
                    PRAGMA trusted_schema = OFF;
                    """)
        }
        return configuration
    }
}

extension String {
    /// Two digits at least.
    fileprivate var leftPadded: String { count < 2 ? "0" + self : self }
}
