import Glibc
import TamgaCrashPoints

/// The directory of a gallery's segment files, whose templates they hold and what encrypts them.
struct SegmentFiles: Sendable {
    let directory: String
    let matcher: String
    let cipher: any SegmentCipher
    let operations: any FileOperations

    func path(_ name: SegmentFileName) -> String { "\(directory)/\(name.text)" }

    private func partPath(_ name: SegmentFileName) -> String { path(name) + SegmentFileName.partEnding }

    /// Writes a compact segment so that after a crash the file is whole or not there under its name.
    func store(_ slot: SegmentSlot, _ name: SegmentFileName, shards: Int) throws(SystemError) {
        let segment = slot.segment
        var header = SegmentFileHeader(
            shards: shards, shard: name.shard, segment: name.id, layout: segment.layout, extent: slot.extent,
            fileBytes: segment.region.byteCount, matcher: matcher)
        let sealed = try seal(segment.region, &header)
        // SAFETY: the region is held until the bytes are written.
        try unsafe operations.write(partPath(name), header.bytes(), sealed.bytes)
        CrashPoint.segmentWritten.reached()
        try operations.rename(partPath(name), to: path(name))
        CrashPoint.segmentNamed.reached()
        try operations.synchronise(directory)
    }

    /// The encrypted body of a segment, whose seal goes into the header.
    private func seal(_ region: Region, _ header: inout SegmentFileHeader) throws(SystemError) -> Region {
        let start = SegmentFileHeader.byteCount
        let sealed = try Region(bytes: region.byteCount - start, hugePages: true)
        // SAFETY: the segment is held during the call and begins with room for a header; nobody else knows the other
        // region, which is as long as the body.
        let body = unsafe UnsafeRawBufferPointer(rebasing: region.bytes[start...])
        do throws(SegmentCipherError) {
            // SAFETY: as above.
            header.seal = try unsafe cipher.seal(body, into: sealed.space(from: 0), header: header.front)
        } catch {
            throw SystemError(EIO, while: "encrypting a segment file: \(error)")
        }
        guard header.seal.count == GalleryLimits.sealBytes else {
            throw SystemError(EINVAL, while: "encrypting a segment file")
        }
        return sealed
    }

    /// Removes a file, and what a failure left of one that was to replace it.
    func remove(_ name: SegmentFileName) throws(SystemError) {
        try operations.remove(partPath(name))
        try operations.remove(path(name))
        CrashPoint.segmentRemoved.reached()
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
