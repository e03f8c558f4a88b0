import Glibc

extension KeySource {
    /// Adds a new random key to a file, where it becomes the active one; makes the file, mode 0600, if there is none.
    ///
    /// The file has its old content or the new one, also after a crash.
    ///
    /// - Throws: why the file cannot be read or written, or that it has the identifier already.
    public static func addKey(id: String, toFile path: String) throws(KeyRingError) {
        let lock: Int32
        do throws(SystemNumber) { lock = try KeyFile.lock(path) } catch {
            throw .fileUnwritable(path: path, reason: error.words)
        }
        defer { _ = close(lock) }
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        let isThere = unsafe access(path, F_OK) == 0
        let before = isThere ? try KeyFile.read(path) : nil
        let earlier = try before?.ring()
        guard earlier?[id] == nil else { throw .duplicateID(line: (earlier?.ids.count ?? 0) + 1, earlier: 1) }
        guard earlier?.ids.count ?? 0 < CryptoLimits.ringKeys else {
            throw .tooManyKeys(line: CryptoLimits.ringKeys + 1, limit: CryptoLimits.ringKeys)
        }
        var text = before?.bytes ?? []
        if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
        text += Array(try KeyRing.newLine(id: id).utf8) + [UInt8(ascii: "\n")]
        _ = try KeyRing(parsing: text)
        do throws(SystemNumber) { try KeyFile.replace(path, with: text) } catch {
            throw .fileUnwritable(path: path, reason: error.words)
        }
    }
}

extension KeyFile {
    /// One at a time: waits for whoever is adding a key to the same file. The file beside it stays, empty.
    fileprivate static func lock(_ path: String) throws(SystemNumber) -> Int32 {
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        let descriptor = unsafe open(resolved(path) + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw SystemNumber() }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw SystemNumber() }
        }
        return descriptor
    }

    fileprivate static func replace(_ path: String, with text: [UInt8]) throws(SystemNumber) {
        let place = resolved(path)
        let draft = place + ".new"
        // SAFETY: paths are passed as zero-terminated copies that live for the call.
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw SystemNumber() }
        defer { _ = close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 else { throw SystemNumber() }
        try write(text, descriptor)
        guard fsync(descriptor) == 0, unsafe rename(draft, place) == 0 else { throw SystemNumber() }
        try synchroniseFolder(of: place)
    }

    private static func write(_ text: [UInt8], _ descriptor: Int32) throws(SystemNumber) {
        var offset = 0
        while offset < text.count {
            // SAFETY: the bytes from `offset` on are readable during the call.
            let written = unsafe text.withUnsafeBytes { bytes in
                unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + offset }, bytes.count - offset)
            }
            guard written > 0 || errno == EINTR else { throw SystemNumber() }
            offset += max(0, written)
        }
    }

    /// Where a link leads; the path itself where there is none.
    private static func resolved(_ path: String) -> String {
        // SAFETY: the system allocates the answer, which is copied and given back.
        guard let answer = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(answer) }
        return unsafe String(cString: answer)
    }

    private static func synchroniseFolder(of path: String) throws(SystemNumber) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        // SAFETY: as above.
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemNumber() }
        defer { _ = close(descriptor) }
        guard fsync(descriptor) == 0 else { throw SystemNumber() }
    }
}
