import FoundationEssentials
import Glibc
import TamgaStore

/// Something that is made under another name beside its own and gets its own only when it is complete.
///
/// Ends with its owner: what has not got its name is removed. What a killed process left is removed by the next one.
final class Draft {
    /// The name it shall have.
    let target: String
    /// The name it has until then.
    let path: String
    private let names: [String]
    private var lock: SystemFile?
    private var isNamed = false

    /// Makes a folder.
    ///
    /// - Parameters:
    ///   - names: of the files that will be in it: all that is ever removed.
    ///   - mayBeEmpty: whether an empty folder of the final name may be there.
    init(folder target: String, names: [String], mayBeEmpty: Bool) throws {
        self.target = Self.plain(target)
        self.names = names
        path = self.target + ".unfinished"
        try Self.refuse(self.target, mayBeEmpty: mayBeEmpty)
        let doing = "making \(path)"
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        if unsafe mkdir(path, SQLiteStoreLimits.directoryMode) != 0, errno != EEXIST {
            throw StoreError.system(errno, while: doing)
        }
        let folder = try SystemFile(path, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW, while: doing)
        do { try folder.lock(while: doing) } catch { throw BackupError.draftInTheWay(path) }
        lock = folder
        guard try Self.entries(path).allSatisfy(names.contains) else {
            isNamed = true
            throw BackupError.draftInTheWay(path)
        }
        removeFiles()
    }

    /// A new, empty file in it, for its owner only.
    func makeFile(_ name: String) throws(StoreError) -> String {
        let file = "\(path)/\(name)"
        _ = try SystemFile(
            file, flags: O_RDWR | O_CREAT | O_EXCL, mode: SQLiteStoreLimits.fileMode, while: "making \(file)")
        return file
    }

    /// To the disk with everything, then the final name.
    func finish() throws {
        for name in try Self.entries(path) {
            let file = "\(path)/\(name)"
            try SystemFile(file, flags: O_RDONLY, while: "writing \(file)").synchronise(while: "writing \(file)")
        }
        try lock?.synchronise(while: "writing \(path)")
        // SAFETY: paths are passed as zero-terminated copies that live for the call.
        guard unsafe rename(path, target) == 0 else {
            let isThere = errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR
            throw isThere ? BackupError.targetExists(target) : .store(.system(errno, while: "naming \(target)"))
        }
        isNamed = true
        try Self.synchroniseFolder(of: target)
    }

    deinit {
        guard !isNamed, lock != nil else { return }
        removeFiles()
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        _ = unsafe rmdir(path)
    }

    private func removeFiles() {
        // SAFETY: as above.
        for name in names { _ = unsafe unlink("\(path)/\(name)") }
    }
}

extension Draft {
    /// Without slashes at its end, and never taken for an address by SQLite.
    static func plain(_ path: String) -> String {
        var path = path.hasPrefix("/") ? path[...] : "./\(path)"[...]
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return String(path)
    }

    static func synchroniseFolder(of path: String) throws(StoreError) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        try SystemFile(folder, flags: O_RDONLY | O_DIRECTORY, while: "writing \(folder)")
            .synchronise(while: "writing \(folder)")
    }

    private static func refuse(_ target: String, mayBeEmpty: Bool) throws {
        var status = stat()
        // SAFETY: the path is a zero-terminated copy and the status a local, both living for the call.
        guard unsafe lstat(target, &status) == 0 else { return }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        guard mayBeEmpty, isFolder, try entries(target).isEmpty else { throw BackupError.targetExists(target) }
    }

    private static func entries(_ path: String) throws(StoreError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw StoreError(.ioFailed, "reading \(path): the system refused")
        }
    }
}
