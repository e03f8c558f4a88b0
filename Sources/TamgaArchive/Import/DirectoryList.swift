import Glibc

/// The names in a directory, one at a time.
enum DirectoryList {
    /// - Throws: `.missing`, `.changed` for a link or a file, `.ioFailed`, and what `body` throws.
    static func forEach(
        _ path: String, named name: String, _ body: (String) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        guard try isDirectory(path, named: name) else {
            throw ArchiveError(.changed, "is not a directory", file: name)
        }
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        guard let directory = unsafe opendir(path) else { throw .system(systemWords(), name, while: "listing") }
        // SAFETY: opened above, closed once.
        defer { _ = unsafe closedir(directory) }
        while true {
            errno = 0
            // SAFETY: the directory is open, and no other thread reads it.
            guard let entry = unsafe readdir(directory) else { break }
            // SAFETY: the name is zero-terminated within the entry, which lives until the next call; copied here.
            let found = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { space in
                // SAFETY: as above.
                unsafe String(decoding: space.prefix { $0 != 0 }, as: UTF8.self)
            }
            if found != ".", found != ".." { try body(found) }
        }
        guard errno == 0 else { throw .system(systemWords(), name, while: "listing") }
    }

    /// Of the name itself, were it a link.
    private static func isDirectory(_ path: String, named name: String) throws(ArchiveError) -> Bool {
        var status = stat()
        // SAFETY: the path is a zero-terminated copy and the status a local, both living for the call.
        guard unsafe lstat(path, &status) == 0 else {
            guard errno == ENOENT else { throw .system(systemWords(), name, while: "looking at") }
            throw ArchiveError(.missing, "there is no such directory", file: name)
        }
        return status.st_mode & S_IFMT == S_IFDIR
    }
}
