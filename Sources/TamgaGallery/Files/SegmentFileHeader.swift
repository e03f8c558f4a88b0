/// The first 512 bytes of a segment file; numbers in the byte order of the machine, which a mark tells.
///
///     0   magic                       8 bytes
///     8   byte order mark             UInt64
///     16  format version              UInt32
///     20  bytes of the header         UInt32
///     24  shards of the gallery       UInt32
///     28  shard                       UInt32
///     32  segment                     UInt32
///     36  persons                     UInt32
///     40  templates                   UInt32
///     44  bytes of identifiers        UInt32
///     48  blocks                      UInt32
///     52  blocks a position           UInt32, room in the directory
///     56  bytes of the file           UInt64
///     64  where the parts begin       UInt64 x 10, in the order of ``SegmentLayout``
///     144 blocks by lane              UInt16 x 16
///     176 rows of the last by lane     UInt16 x 16
///     208 bytes of the matcher's name UInt32
///     212 the matcher's name          UTF-8, zero to the end
///     476 seal of the body            nonce and tag, 28 bytes; vouches also for the bytes before
///     504 checksum of the header      UInt64, of all bytes before
struct SegmentFileHeader: Hashable, Sendable {
    static let byteCount = 512
    static let magic: UInt64 = 0x0A67_6573_4147_4D54
    static let byteOrder: UInt64 = 0x0102_0304_0506_0708
    static let format: UInt32 = 3
    /// Bytes of a matcher's name that there is room for.
    static let matcherBytes = 264
    /// Bytes in front of the seal.
    static let frontBytes = byteCount - 8 - GalleryLimits.sealBytes

    let shards: UInt32
    let shard: UInt32
    let segment: UInt32
    let layout: SegmentLayout
    private(set) var extent: SegmentExtent
    let fileBytes: UInt64
    let matcher: String
    /// Nonce and tag; none in a header that is still to be sealed.
    var seal: [UInt8] = []
    /// The bytes in front of the seal, for which it vouches.
    private(set) var front: [UInt8] = []

    /// Where the parts begin, as the layout has it.
    private static func parts(_ layout: SegmentLayout) -> [Int] {
        [
            layout.numbers, layout.idEnds, layout.addressEnds, layout.addresses, layout.blockStarts,
            layout.blockShapes, layout.closedRows, layout.directory, layout.pool, layout.body,
        ]
    }

    /// The header as it stands in the file.
    func bytes() -> [UInt8] {
        let sealed = front + seal
        // SAFETY: the bytes of a number, copied during the call.
        return unsafe sealed + withUnsafeBytes(of: Checksum.of(sealed)) { unsafe Array($0) }
    }

    private func frontOfFile() -> [UInt8] {
        var writer = HeaderWriter(byteCount: Self.frontBytes)
        writer.put(Self.magic)
        writer.put(Self.byteOrder)
        for number in [Self.format, UInt32(Self.byteCount), shards, shard, segment] { writer.put(number) }
        for count in [
            layout.persons, layout.references, layout.idBytes, layout.blocks, layout.blocksPerPosition,
        ] { writer.put(UInt32(count)) }
        writer.put(fileBytes)
        for part in Self.parts(layout) { writer.put(UInt64(part)) }
        for index in 0..<16 { writer.put(extent.blocksByPosition[index]) }
        for index in 0..<16 { writer.put(extent.rowsOfLast[index]) }
        writer.put(UInt32(matcher.utf8.count))
        for byte in matcher.utf8 { writer.put(byte) }
        return writer.bytes
    }

    /// Reads and judges a header, as far as it can be judged by itself.
    init(_ bytes: [UInt8]) throws(SegmentFileRefusal) {
        guard bytes.count == Self.byteCount else { throw .wrongSize }
        var reader = HeaderReader(bytes: bytes)
        guard reader.take(UInt64.self) == Self.magic else { throw .notASegmentFile }
        guard reader.take(UInt64.self) == Self.byteOrder else { throw .otherByteOrder }
        let format = reader.take(UInt32.self)
        guard format == Self.format else { throw .otherFormat(format) }
        guard reader.take(UInt32.self) == UInt32(Self.byteCount),
            HeaderReader.last(of: bytes) == Checksum.of(bytes.dropLast(8))
        else { throw .damagedHeader }
        shards = reader.take(UInt32.self)
        shard = reader.take(UInt32.self)
        segment = reader.take(UInt32.self)
        let counts = (0..<5).map { _ in Int(reader.take(UInt32.self)) }
        layout = SegmentLayout(
            persons: counts[0], references: counts[1], idBytes: counts[2], blocks: counts[3],
            blocksPerPosition: counts[4], start: Self.byteCount)
        fileBytes = reader.take(UInt64.self)
        for part in Self.parts(layout) {
            guard reader.take(UInt64.self) == UInt64(part) else { throw .inconsistent("offsets") }
        }
        extent = SegmentExtent()
        (extent.persons, extent.references) = (counts[0], counts[1])
        (extent.idBytes, extent.blocks) = (counts[2], counts[3])
        for index in 0..<16 { extent.blocksByPosition[index] = reader.take(UInt16.self) }
        for index in 0..<16 { extent.rowsOfLast[index] = reader.take(UInt16.self) }
        let name = Int(reader.take(UInt32.self))
        guard name <= Self.matcherBytes else { throw .inconsistent("matcher") }
        matcher = String(decoding: (0..<name).map { _ in reader.take(UInt8.self) }, as: UTF8.self)
        front = Array(bytes.prefix(Self.frontBytes))
        seal = Array(bytes[Self.frontBytes...].prefix(GalleryLimits.sealBytes))
    }

    init(
        shards: Int, shard: Int, segment: UInt32, layout: SegmentLayout, extent: SegmentExtent, fileBytes: Int,
        matcher: String
    ) {
        (self.shards, self.shard, self.segment) = (UInt32(shards), UInt32(shard), segment)
        (self.layout, self.extent, self.fileBytes) = (layout, extent, UInt64(fileBytes))
        self.matcher = matcher
        front = frontOfFile()
    }
}

/// Numbers one after the other, in the machine's byte order.
private struct HeaderWriter {
    var bytes: [UInt8]
    var offset = 0

    init(byteCount: Int) { bytes = Array(repeating: 0, count: byteCount) }

    mutating func put(_ value: some FixedWidthInteger & BitwiseCopyable) {
        // SAFETY: the bytes of a number, copied during the call.
        unsafe withUnsafeBytes(of: value) { unsafe bytes.replaceSubrange(offset..<offset + $0.count, with: $0) }
        offset += value.bitWidth / 8
    }
}

private struct HeaderReader {
    let bytes: [UInt8]
    var offset = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func take<Value: FixedWidthInteger & BitwiseCopyable>(_ type: Value.Type) -> Value {
        defer { offset += MemoryLayout<Value>.size }
        // SAFETY: loads check their bounds; every bit pattern is a number.
        return unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: offset, as: Value.self) }
    }

    static func last(of bytes: [UInt8]) -> UInt64 {
        var reader = HeaderReader(bytes: bytes)
        reader.offset = 504
        return reader.take(UInt64.self)
    }
}
