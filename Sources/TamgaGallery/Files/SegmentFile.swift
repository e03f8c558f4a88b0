import Glibc

/// A segment in a file: derived data that may be thrown away at any time, and is when it is doubtful.
struct SegmentFile {
    let name: SegmentFileName
    let segment: Segment
    let extent: SegmentExtent

    /// Maps a file and checks all of it, so that nothing in it can lead outside of it.
    ///
    /// - Complexity: O(bytes), at the speed of memory where the file is in the system's cache.
    static func load(
        _ path: String, _ name: SegmentFileName, matcher: String, shards: Int
    ) throws(SegmentFileRefusal) -> SegmentFile {
        let region = try map(path)
        // SAFETY: the region is held; the slices lie within it, as it is longer than a header.
        let bytes = unsafe region.bytes
        let header = try SegmentFileHeader(unsafe Array(bytes[..<SegmentFileHeader.byteCount]))
        guard header.matcher == matcher else { throw .otherMatcher }
        guard header.shards == UInt32(shards), header.shard == UInt32(name.shard), header.segment == name.id else {
            throw .otherPlace
        }
        guard header.fileBytes == UInt64(region.byteCount) else { throw .wrongSize }
        guard header.layout.body <= region.byteCount else { throw .inconsistent("counts") }
        let body = unsafe UnsafeRawBufferPointer(rebasing: bytes[SegmentFileHeader.byteCount...])
        guard unsafe Checksum.of(body) == header.checksum else { throw .damaged }
        let segment = Segment(region, header.layout, .mapped)
        try SegmentCheck(segment, header.extent).run()
        return SegmentFile(name: name, segment: segment, extent: header.extent)
    }

    private static func map(_ path: String) throws(SegmentFileRefusal) -> Region {
        let region: Region?
        do throws(SystemError) {
            let file = try OpenFile(path, O_RDONLY, while: "opening a segment file")
            let count = try file.byteCount()
            region = count < SegmentFileHeader.byteCount
                ? nil : try Region(descriptor: file.descriptor, bytes: count)
        } catch { throw .unreadable(error) }
        guard let region else { throw .wrongSize }
        return region
    }
}
