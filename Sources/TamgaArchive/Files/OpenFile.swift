import Glibc

/// A file or directory by its descriptor, which closes itself; errors call it by its name in the archive.
final class OpenFile {
    private let descriptor: Int32
    /// As errors call it.
    let name: String

    /// - Throws: `.missing`, `.alreadyThere`, `.changed` for a link, `.ioFailed`.
    init(_ path: String, named name: String, flags: Int32, mode: UInt32 = 0) throws(ArchiveError) {
        self.name = name
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        descriptor = unsafe open(path, flags | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT: throw ArchiveError(.missing, "there is no such file", file: name)
            case EEXIST: throw ArchiveError(.alreadyThere, "is there already", file: name)
            case ELOOP: throw ArchiveError(.changed, "is a link", file: name, limit: "regular files, directories")
            default: throw .system(systemWords(), name, while: "opening")
            }
        }
    }

    /// A new file for its owner only.
    static func create(_ path: String, named name: String) throws(ArchiveError) -> OpenFile {
        try OpenFile(path, named: name, flags: O_WRONLY | O_CREAT | O_EXCL, mode: ArchiveLimits.fileMode)
    }

    /// A regular file to be read.
    ///
    /// - Throws: as `init`; `.changed` for anything but a regular file.
    static func read(_ path: String, named name: String) throws(ArchiveError) -> OpenFile {
        // Without waiting, should it be a pipe.
        let file = try OpenFile(path, named: name, flags: O_RDONLY | O_NONBLOCK)
        guard try file.status().st_mode & S_IFMT == S_IFREG else {
            throw ArchiveError(.changed, "is not a regular file", file: name)
        }
        return file
    }

    /// Brings what a directory lists to the disk.
    static func synchronise(directory path: String, named name: String) throws(ArchiveError) {
        try OpenFile(path, named: name, flags: O_RDONLY | O_DIRECTORY).synchronise()
    }

    /// Bytes the file has.
    func size() throws(ArchiveError) -> Int { Int(try status().st_size) }

    func write(_ bytes: [UInt8]) throws(ArchiveError) {
        var done = 0
        while done < bytes.count {
            // SAFETY: the array is readable during the call from `done` to its end.
            let count = unsafe bytes.withUnsafeBytes { space in
                // SAFETY: as above.
                unsafe Glibc.write(descriptor, space.baseAddress.map { unsafe $0 + done }, space.count - done)
            }
            guard count >= 0 else {
                guard errno == EINTR else { throw .system(systemWords(), name, while: "writing") }
                continue
            }
            done += count
        }
    }

    /// As many bytes as there are, at most `count`; none at the end.
    func read(atMost count: Int) throws(ArchiveError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            // SAFETY: the array is writable during the call from `done` to its end.
            let more = unsafe bytes.withUnsafeMutableBytes { space in
                // SAFETY: as above.
                unsafe Glibc.read(descriptor, space.baseAddress.map { unsafe $0 + done }, space.count - done)
            }
            guard more != 0 else { break }
            guard more > 0 else {
                guard errno == EINTR else { throw .system(systemWords(), name, while: "reading") }
                continue
            }
            done += more
        }
        bytes.removeLast(count - done)
        return bytes
    }

    /// Waits until it is on the disk.
    func synchronise() throws(ArchiveError) {
        guard fsync(descriptor) == 0 else { throw .system(systemWords(), name, while: "bringing to the disk") }
    }

    private func status() throws(ArchiveError) -> stat {
        var status = stat()
        // SAFETY: the system fills the structure during the call.
        guard unsafe fstat(descriptor, &status) == 0 else { throw .system(systemWords(), name, while: "looking at") }
        return status
    }

    deinit { _ = close(descriptor) }
}

/// The system's words for its last error.
func systemWords() -> String {
    // SAFETY: a text of the C library for this thread, copied at once.
    unsafe String(cString: strerror(errno))
}
