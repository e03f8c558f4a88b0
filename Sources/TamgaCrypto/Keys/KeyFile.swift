import Glibc

/// Reads a ring or a key from a file, if nobody but its owner may use it or the key is no secret.
enum KeyFile {
    static func read(_ path: String, isSecret: Bool = true) throws(KeyRingError) -> KeyText {
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call. Without O_NONBLOCK, opening a
        // pipe would wait for a writer.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw unreadable(path, SystemNumber()) }
        defer { _ = close(descriptor) }
        try judge(descriptor, path, isSecret: isSecret)
        let text = KeyText()
        do throws(SystemNumber) {
            var isMore = true
            while isMore, !text.isTooLong { isMore = try text.readOnce(descriptor) }
        } catch {
            throw unreadable(path, error)
        }
        return text
    }

    /// What was opened is asked, not the path, which may lead elsewhere by now.
    private static func judge(_ descriptor: Int32, _ path: String, isSecret: Bool) throws(KeyRingError) {
        var status = stat()
        // SAFETY: the system fills the structure during the call.
        guard unsafe fstat(descriptor, &status) == 0 else { throw unreadable(path, SystemNumber()) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .fileNotRegular(path: path) }
        guard !isSecret || status.st_mode & 0o077 == 0 else {
            throw .filePermissions(path: path, mode: UInt32(status.st_mode & 0o7777))
        }
        guard status.st_size <= CryptoLimits.ringBytes else { throw .textTooLong(limit: CryptoLimits.ringBytes) }
    }

    private static func unreadable(_ path: String, _ error: SystemNumber) -> KeyRingError {
        .fileUnreadable(path: path, reason: error.words)
    }
}
