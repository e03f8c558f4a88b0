/// Reads a file line by line, in bounded memory.
final class LineReader {
    private let file: OpenFile
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    /// The number of the line read last, from 1 on.
    private(set) var line = 0

    init(_ path: String, named name: String) throws(ArchiveError) {
        file = try OpenFile.read(path, named: name)
    }

    /// The next line without its end; nil after the last.
    ///
    /// - Throws: `.outOfRange` for a line above ``ArchiveLimits/lineBytes``.
    func next() throws(ArchiveError) -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                return try take(to: end, skipping: 1)
            }
            searched = buffer.count
            try refuseLength(buffer.count - start)
            guard !isAtEnd else { return start < buffer.count ? try take(to: buffer.count, skipping: 0) : nil }
            buffer.removeFirst(start)
            (searched, start) = (searched - start, 0)
            let more = try file.read(atMost: ArchiveLimits.chunkBytes)
            isAtEnd = more.count < ArchiveLimits.chunkBytes
            buffer += more
        }
    }

    private func take(to end: Int, skipping: Int) throws(ArchiveError) -> [UInt8] {
        try refuseLength(end - start)
        line += 1
        defer { start = end + skipping }
        return Array(buffer[start..<end])
    }

    private func refuseLength(_ bytes: Int) throws(ArchiveError) {
        guard bytes <= ArchiveLimits.lineBytes else {
            throw ArchiveError(
                .outOfRange, "the line is too long", file: file.name, line: line + 1,
                limit: "at most \(ArchiveLimits.lineBytes) bytes")
        }
    }
}
