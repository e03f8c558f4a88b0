/// The directory of a gallery's segment files, and whose templates they hold.
struct SegmentFiles: Sendable {
    let directory: String
    let matcher: String
    let operations: any FileOperations

    func path(_ name: SegmentFileName) -> String { "\(directory)/\(name.text)" }

    /// Writes a compact segment so that after a crash the file is whole or not there under its name.
    func store(_ slot: SegmentSlot, _ name: SegmentFileName, shards: Int) throws(SystemError) {
        let segment = slot.segment
        // SAFETY: the segment is held during the call; its region begins with room for a header.
        let body = unsafe UnsafeRawBufferPointer(rebasing: segment.region.bytes[SegmentFileHeader.byteCount...])
        let header = SegmentFileHeader(
            shards: shards, shard: name.shard, segment: name.id, layout: segment.layout, extent: slot.extent,
            fileBytes: segment.region.byteCount, matcher: matcher, checksum: unsafe Checksum.of(body)
        ).bytes()
        let path = path(name)
        let part = path + SegmentFileName.partEnding
        try unsafe operations.write(part, header, body)
        try operations.rename(part, to: path)
        try operations.synchronise(directory)
    }

    func remove(_ name: SegmentFileName) throws(SystemError) {
        try operations.remove(path(name))
        try operations.synchronise(directory)
    }

    /// The segment files that are there. What a crash left unfinished is removed.
    func names() throws(SystemError) -> [SegmentFileName] {
        let names = try operations.names(in: directory)
        for name in names where name.hasSuffix(SegmentFileName.ending + SegmentFileName.partEnding) {
            try operations.remove("\(directory)/\(name)")
        }
        return names.compactMap(SegmentFileName.init).sorted { ($0.shard, $0.id) < ($1.shard, $1.id) }
    }
}
