/// The limits of the store on disk, by name and unit.
public enum SQLiteStoreLimits {
    /// Seconds a connection waits for another of the same process.
    package static let busySeconds = 5
    /// Connections that read at the same time.
    package static let readers = 4
    /// Bytes the write-ahead log is cut back to once its content is in the store file.
    package static let journalBytes = 67_108_864
    /// Permissions of the directory where it is made here: its owner only.
    package static let directoryMode: UInt32 = 0o700
    /// Permissions of the files: their owner only.
    package static let fileMode: UInt32 = 0o600
    /// Bytes of what tells one store from another.
    package static let identityBytes = 16
    /// Keys sealed anew in one step of a rotation: changes wait that long.
    public static let keysPerStep = 500
}
