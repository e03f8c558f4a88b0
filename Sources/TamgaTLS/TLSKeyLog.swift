#if canImport(Glibc)
    internal import Glibc
#else
    internal import Musl
#endif

/// A file to which the secrets of all connections are appended, for analysers of traffic (`SSLKEYLOGFILE` format).
///
/// Who has it reads everything: it is for development with invented fingers, and refused unless the environment says
/// that this machine is for that.
public final class TLSKeyLog: Sendable {
    /// The variable that must be 1.
    public static let permission = "TAMGA_DEVELOPMENT"

    let descriptor: Int32

    /// Opens the file, or makes it, for its owner alone.
    ///
    /// - Parameter environment: of the process.
    /// - Throws: `keyLogRefused` without the permission, `fileUnreadable` where the file cannot be written.
    public init(path: String, environment: [String: String]) throws(TLSError) {
        guard environment[Self.permission] == "1" else { throw .keyLogRefused }
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC
        // SAFETY: the path is NUL-terminated for the length of the call.
        descriptor = unsafe open(path, flags, 0o600)
        guard descriptor >= 0 else { throw .fileUnreadable(path: path) }
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
    }
}
