internal import Synchronization

/// The context a server gives new connections, which can be made anew from its files while the server runs.
///
/// A connection keeps the context it began with to its end: it sees the old set or the new one, never half of each.
public final class ReloadableTLS: Sendable {
    private let files: TLSFiles
    private let keyLog: TLSKeyLog?
    private let context: Mutex<TLSContext>
    private let stamps: Mutex<[FileStamp?]>
    /// Held while files are read, so that of two reloads the later one's set stays.
    private let reading = Mutex(())

    /// Reads the files for the first time, for the role server.
    ///
    /// - Throws: as ``TLSContext/init(role:files:keyLog:)``.
    public init(files: TLSFiles, keyLog: TLSKeyLog? = nil) throws(TLSError) {
        self.files = files
        self.keyLog = keyLog
        stamps = Mutex(FileStamp.all(files.paths))
        context = Mutex(try TLSContext(role: .server, files: files, keyLog: keyLog))
    }

    /// What new connections get.
    public var current: TLSContext { context.withLock { $0 } }

    /// The files, to see whether they have changed.
    public var paths: [String] { files.paths }

    /// The files as they were right before they were last read, whatever came of it.
    public var read: [FileStamp?] { stamps.withLock { $0 } }

    /// Reads all files anew and puts what is in them in force, or changes nothing.
    ///
    /// - Returns: the new context.
    /// - Throws: as ``TLSContext/init(role:files:keyLog:)``.
    public func reload() throws(TLSError) -> TLSContext {
        try reading.withLock { _ throws(TLSError) in
            let found = FileStamp.all(files.paths)
            stamps.withLock { $0 = found }
            let fresh = try TLSContext(role: .server, files: files, keyLog: keyLog)
            context.withLock { $0 = fresh }
            return fresh
        }
    }
}
