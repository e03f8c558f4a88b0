import Glibc
import TamgaCrashPoints
import TamgaStore

/// The directory of a store: the names in it, and what is done to them outside SQLite.
struct StoreDirectory: Sendable {
    let path: String

    init(_ path: String) {
        // SQLite may read a name that starts with "file:" as an address.
        self.path = path.hasPrefix("/") ? path : "./\(path)"
    }

    var database: String { "\(path)/tamga.sqlite" }
    private var journal: String { "\(database)-wal" }
    private var lockFile: String { "\(path)/tamga.lock" }
    private var draft: String { "\(path)/tamga.sqlite.new" }

    /// Makes the directory unless it is there; its parent has to be.
    func create() throws(StoreError) {
        let doing = "making the data directory"
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        guard unsafe mkdir(path, SQLiteStoreLimits.directoryMode) == 0 else {
            guard errno == EEXIST else { throw .system(errno, while: doing) }
            return
        }
        try SystemFile("\(path)/..", flags: O_RDONLY | O_DIRECTORY, while: doing).synchronise(while: doing)
    }

    /// Takes the directory for this process; held as long as the file returned lives.
    func lock() throws(StoreError) -> SystemFile {
        let doing = "locking the data directory"
        let file = try SystemFile(
            lockFile, flags: O_RDWR | O_CREAT | O_NOFOLLOW, mode: SQLiteStoreLimits.fileMode, while: doing)
        try file.lock(while: doing)
        return file
    }

    /// Whether there are changes that may not be in the store file yet.
    var hasLog: Bool {
        var status = stat()
        // SAFETY: the path is a zero-terminated copy and the status a local, both living for the call.
        return unsafe stat(journal, &status) == 0 && status.st_size > 0
    }

    func hasDatabase() throws(StoreError) -> Bool {
        guard try !Self.exists(database) else { return true }
        guard !hasLog else {
            throw StoreError(.corrupt, "the store file is gone, its write-ahead log is still there")
        }
        return false
    }

    /// Makes the store file under another name and gives it its own only when it is complete, so that a loss of
    /// power leaves a whole store or none.
    func createDatabase(_ fill: (String) throws(StoreError) -> Void) throws(StoreError) {
        let doing = "making the store file"
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        if unsafe unlink(draft) != 0, errno != ENOENT { throw .system(errno, while: doing) }
        // SAFETY: as above.
        _ = unsafe unlink("\(draft)-journal")
        let file = try SystemFile(
            draft, flags: O_RDWR | O_CREAT | O_EXCL, mode: SQLiteStoreLimits.fileMode, while: doing)
        try fill(draft)
        try file.synchronise(while: doing)
        CrashPoint.storeMade.reached()
        // SAFETY: as above.
        guard unsafe rename(draft, database) == 0 else { throw .system(errno, while: doing) }
        try SystemFile(path, flags: O_RDONLY | O_DIRECTORY, while: doing).synchronise(while: doing)
    }

    /// - Throws: where nobody may look, which is not the same as nothing being there.
    private static func exists(_ path: String) throws(StoreError) -> Bool {
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        guard unsafe access(path, F_OK) != 0 else { return true }
        guard errno != EACCES else { throw .system(errno, while: "looking for the store") }
        return false
    }
}
