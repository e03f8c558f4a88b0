import Glibc
import TamgaCrypto
import TamgaStore

// What backups do with whole files; SQLite reads and writes its own.
extension SystemFile {
    /// As many bytes as come at once, at most `count`; none at the end.
    func read(atMost count: Int, while doing: String) throws(StoreError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        while true {
            // SAFETY: the bytes are writable for their count during the call.
            let done = unsafe bytes.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
            guard done < 0 else {
                bytes.removeLast(count - done)
                return bytes
            }
            guard errno == EINTR else { throw .system(errno, while: doing) }
        }
    }

    func write(_ bytes: [UInt8], while doing: String) throws(StoreError) {
        var offset = 0
        while offset < bytes.count {
            // SAFETY: the bytes from `offset` on are readable during the call.
            let done = unsafe bytes.withUnsafeBytes { bytes in
                unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + offset }, bytes.count - offset)
            }
            guard done >= 0 || errno == EINTR else { throw .system(errno, while: doing) }
            offset += max(0, done)
        }
    }

    /// Length in bytes, and how many names the file has.
    func status(while doing: String) throws(StoreError) -> (bytes: UInt64, names: UInt64) {
        var status = stat()
        // SAFETY: the system fills the structure during the call.
        guard unsafe fstat(descriptor, &status) == 0 else { throw .system(errno, while: doing) }
        return (UInt64(status.st_size), UInt64(status.st_nlink))
    }

    /// Writes zeros over all of it, to the disk.
    func overwrite(while doing: String) throws(StoreError) {
        var left = try status(while: doing).bytes
        let zeros = [UInt8](repeating: 0, count: BackupLimits.pieceBytes)
        while left > 0 {
            let count = Int(min(left, UInt64(zeros.count)))
            try write(Array(zeros.prefix(count)), while: doing)
            left -= UInt64(count)
        }
        try synchronise(while: doing)
    }

    /// The content of a file, or its beginning and a byte more where it is longer than it may be.
    static func read(_ path: String, atMost limit: Int, while doing: String) throws(StoreError) -> [UInt8] {
        let file = try SystemFile(path, flags: O_RDONLY, while: doing)
        var content: [UInt8] = []
        while content.count <= limit {
            let piece = try file.read(atMost: limit + 1 - content.count, while: doing)
            guard !piece.isEmpty else { break }
            content += piece
        }
        return content
    }

    /// Length and SHA-256 of a file.
    static func digest(
        _ path: String, while doing: String, progress: (BackupProgress) -> Void = { _ in }
    ) throws(StoreError) -> (bytes: UInt64, sha256: String) {
        let file = try SystemFile(path, flags: O_RDONLY, while: doing)
        let total = try file.status(while: doing).bytes
        var hash = try Hashing.start()
        var read: UInt64 = 0
        while true {
            let piece = try file.read(atMost: BackupLimits.pieceBytes, while: doing)
            guard !piece.isEmpty else { break }
            hash.add(piece)
            read += UInt64(piece.count)
            progress(.reading(read, of: max(total, read)))
        }
        return (read, Hex.text(try Hashing.finish(hash)))
    }
}
