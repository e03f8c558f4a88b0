import TamgaCrypto

/// Writes lines to a new file and digests them on the way.
final class LineWriter {
    private let file: OpenFile
    private var buffer: [UInt8] = []
    private var hash: SHA256?
    private(set) var lines: UInt64 = 0

    init(_ path: String, named name: String) throws(ArchiveError) {
        file = try OpenFile.create(path, named: name)
        hash = try digesting(name) { () throws(CryptoError) in try SHA256() }
    }

    func add(_ value: some Encodable) throws(ArchiveError) {
        buffer += try ArchiveJSON.encode(value)
        buffer.append(UInt8(ascii: "\n"))
        lines += 1
        if buffer.count >= ArchiveLimits.chunkBytes { try flush() }
    }

    /// Brings the file to the disk; the SHA-256 of all of it in hexadecimal digits.
    func finish() throws(ArchiveError) -> String {
        try flush()
        try file.synchronise()
        guard let hash = hash.take() else { throw ArchiveError(.ioFailed, "finished twice", file: file.name) }
        do throws(CryptoError) { return Hex.text(try hash.finish()) } catch { throw .crypto(error, file.name) }
    }

    private func flush() throws(ArchiveError) {
        try file.write(buffer)
        hash?.add(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// Runs what may throw an error of the cryptography.
func digesting<Value: ~Copyable>(
    _ file: String, _ body: () throws(CryptoError) -> Value
) throws(ArchiveError) -> Value {
    do { return try body() } catch { throw .crypto(error, file) }
}

extension ArchiveError {
    static func crypto(_ error: CryptoError, _ file: String) -> ArchiveError {
        ArchiveError(.ioFailed, "computing SHA-256: \(error)", file: file)
    }
}
