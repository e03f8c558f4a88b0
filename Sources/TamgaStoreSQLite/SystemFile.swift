import Glibc
import TamgaStore

/// A descriptor of an open file, closed with its last owner.
final class SystemFile: Sendable {
    let descriptor: Int32

    /// - Parameter doing: what is being tried, for the error.
    init(_ path: String, flags: Int32, mode: UInt32 = 0, while doing: String) throws(StoreError) {
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        descriptor = unsafe open(path, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .system(errno, while: doing) }
    }

    /// Takes the exclusive advisory lock, without waiting; the kernel drops it with the descriptor.
    func lock(while doing: String) throws(StoreError) {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .system(errno, while: doing) }
    }

    /// Waits until the file, or the directory's entries, are on the disk.
    func synchronise(while doing: String) throws(StoreError) {
        guard fsync(descriptor) == 0 else { throw .system(errno, while: doing) }
    }

    deinit { _ = close(descriptor) }
}
