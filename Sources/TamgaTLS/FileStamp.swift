#if canImport(Glibc)
    internal import Glibc
#else
    internal import Musl
#endif

/// What tells one version of a file from the next, without reading it.
public struct FileStamp: Hashable, Sendable {
    private let device, inode: UInt64
    private let bytes: Int64
    private let seconds, nanoseconds: Int64

    /// Nil where the file is not there.
    public init?(_ path: String) {
        var status = stat()
        // SAFETY: the path is NUL-terminated for the call, which writes nothing but the status.
        guard unsafe stat(path, &status) == 0 else { return nil }
        (device, inode, bytes) = (UInt64(status.st_dev), UInt64(status.st_ino), Int64(status.st_size))
        // Of the last change of any kind: unlike the other time, nobody can set it back.
        (seconds, nanoseconds) = (Int64(status.st_ctim.tv_sec), Int64(status.st_ctim.tv_nsec))
    }

    /// One for each path.
    public static func all(_ paths: [String]) -> [FileStamp?] { paths.map { FileStamp($0) } }
}
