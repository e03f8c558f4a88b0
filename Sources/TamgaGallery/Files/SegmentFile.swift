import Glibc

/// A segment in a file: derived data that may be thrown away at any time, and is when it is doubtful.
struct SegmentFile {
    let name: SegmentFileName
    let segment: Segment
    let extent: SegmentExtent
    /// The highest number of all who are or were in it.
    let highestNumber: UInt64

    /// Reads a file into memory, decrypts it there and checks all of it, so that nothing in it can lead outside of it.
    ///
    /// - Complexity: O(bytes); a gigabyte or more a second where the file is in the system's cache.
    static func load(
        _ name: SegmentFileName, _ files: SegmentFiles, shards: Int
    ) throws(SegmentFileRefusal) -> SegmentFile {
        let (file, count) = try reading { () throws(SystemError) in
            let file = try files.operations.open(files.path(name))
            return (file, try file.byteCount())
        }
        guard SegmentFileHeader.byteCount...GalleryLimits.segmentFileBytes ~= count else { throw .wrongSize }
        let header = try readHeader(file)
        guard header.matcher == files.matcher else { throw .otherMatcher }
        guard header.shards == UInt32(shards), header.shard == UInt32(name.shard), header.segment == name.id else {
            throw .otherPlace
        }
        guard header.fileBytes == UInt64(count) else { throw .wrongSize }
        guard header.layout.body <= count else { throw .inconsistent("counts") }
        let segment = Segment(try readBody(file, header, bytes: count, files.cipher), header.layout, .compact)
        try SegmentCheck(segment, header.extent).run()
        let numbers = (0..<header.extent.persons).lazy.map { segment.number(of: $0) }
        return SegmentFile(
            name: name, segment: segment, extent: header.extent, highestNumber: numbers.max() ?? 0)
    }

    private static func readHeader(_ file: any ReadableFile) throws(SegmentFileRefusal) -> SegmentFileHeader {
        var bytes = [UInt8](repeating: 0, count: SegmentFileHeader.byteCount)
        // SAFETY: the bytes are writable for their count during the call.
        let done = unsafe bytes.withUnsafeMutableBytes { space in
            // SAFETY: as above.
            Result { () throws(SegmentFileRefusal) in try unsafe fill(space, from: file) }
        }
        try done.get()
        return try SegmentFileHeader(bytes)
    }

    /// The region of the segment, in which the place of the header stays zero.
    private static func readBody(
        _ file: any ReadableFile, _ header: SegmentFileHeader, bytes count: Int, _ cipher: any SegmentCipher
    ) throws(SegmentFileRefusal) -> Region {
        let region = try reading { () throws(SystemError) in try Region(bytes: count, hugePages: true) }
        // SAFETY: nobody else knows the region yet.
        let body = unsafe region.space(from: SegmentFileHeader.byteCount)
        // SAFETY: as above; the space is held by the region.
        try unsafe fill(body, from: file)
        do throws(SegmentCipherError) {
            // SAFETY: as above.
            try unsafe cipher.open(body, seal: header.seal, header: header.front)
        } catch {
            switch error {
            case .notAuthentic: throw .doesNotOpen
            case .failed(let reason): throw .notDecrypted(reason)
            }
        }
        return region
    }

    /// Reads until the space is full. A file that ends before was cut since it was measured.
    private static func fill(
        _ space: UnsafeMutableRawBufferPointer, from file: any ReadableFile
    ) throws(SegmentFileRefusal) {
        var offset = 0
        while offset < space.count {
            // SAFETY: the rest of the space, which the caller holds.
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: space[offset...])
            // SAFETY: as above.
            let count = try reading { () throws(SystemError) in try unsafe someOf(file, into: rest) }
            guard count > 0 else { throw .wrongSize }
            offset += min(count, rest.count)
        }
    }

    /// One successful read: what a signal interrupts is tried again.
    private static func someOf(
        _ file: any ReadableFile, into space: UnsafeMutableRawBufferPointer
    ) throws(SystemError) -> Int {
        while true {
            do throws(SystemError) {
                // SAFETY: the caller holds the space.
                return try unsafe file.read(into: space)
            } catch {
                if error.number != EINTR { throw error }
            }
        }
    }

    private static func reading<Value>(
        _ body: () throws(SystemError) -> Value
    ) throws(SegmentFileRefusal) -> Value {
        do throws(SystemError) { return try body() } catch { throw .unreadable(error) }
    }
}
