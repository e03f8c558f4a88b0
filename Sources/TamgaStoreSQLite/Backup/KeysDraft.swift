import Glibc
import TamgaStore

/// The new file of keys, until it takes the place of the old one.
final class KeysDraft {
    let path: String
    private let target: String
    private let lock: SystemFile
    private var isNamed = false

    /// Makes it, empty, for its owner only; what a killed process left is removed.
    init(_ target: String) throws {
        self.target = Draft.plain(target)
        path = self.target + ".unfinished"
        let doing = "making \(path)"
        lock = try SystemFile(
            path, flags: O_RDWR | O_CREAT | O_NOFOLLOW, mode: SQLiteStoreLimits.fileMode, while: doing)
        do { try lock.lock(while: doing) } catch {
            isNamed = true
            throw BackupError.draftInTheWay(path)
        }
        guard ftruncate(lock.descriptor, 0) == 0 else { throw StoreError.system(errno, while: doing) }
    }

    /// Refuses to replace what is not of this store, or of another life of it, or of a later change than it.
    func judgeReplaced(origin: [UInt8], sequence: UInt64) throws {
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        guard unsafe access(target, F_OK) == 0 else { return }
        let old = try KeysFile(target)
        guard old.origin == origin else { throw BackupError.keysOfAnotherStore(file: target) }
        guard old.sequence <= sequence else {
            throw BackupError.keysNewer(file: target, sequence: old.sequence, store: sequence)
        }
    }

    /// To the disk, then the final name; the old content is overwritten where nobody else has a name for it.
    func finish() throws {
        let doing = "writing the file of keys \(target)"
        try lock.synchronise(while: doing)
        let old = try? SystemFile(target, flags: O_RDWR, while: doing)
        // SAFETY: paths are passed as zero-terminated copies that live for the call.
        guard unsafe rename(path, target) == 0 else { throw StoreError.system(errno, while: doing) }
        isNamed = true
        try Draft.synchroniseFolder(of: target)
        // The new keys are in place: what is left of the old ones in free blocks is worth an attempt, no failure.
        if let old, (try? old.status(while: doing).names) == 0 { try? old.overwrite(while: doing) }
    }

    deinit {
        guard !isNamed else { return }
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        _ = unsafe unlink(path)
        // SAFETY: as above.
        _ = unsafe unlink("\(path)-journal")
    }
}
