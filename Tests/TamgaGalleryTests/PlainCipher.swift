import TamgaGallery

/// Leaves a body as it is and vouches for it, its header and a key with a sum: so that tests can look into files, and
/// change them under a seal that fits.
struct PlainCipher: SegmentCipher {
    var key: UInt64 = 1

    func seal(
        _ body: UnsafeRawBufferPointer, into space: UnsafeMutableRawBufferPointer, header: [UInt8]
    ) throws(SegmentCipherError) -> [UInt8] {
        unsafe space.copyMemory(from: body)
        return unsafe sum(body, header)
    }

    func open(
        _ body: UnsafeMutableRawBufferPointer, seal: [UInt8], header: [UInt8]
    ) throws(SegmentCipherError) {
        guard unsafe sum(UnsafeRawBufferPointer(body), header) == seal else { throw .notAuthentic }
    }

    private func sum(_ body: UnsafeRawBufferPointer, _ header: [UInt8]) -> [UInt8] {
        var state = key
        for byte in header { state = Self.step(state, byte) }
        unsafe body.withMemoryRebound(to: UInt8.self) { bytes in
            for index in bytes.indices { state = unsafe Self.step(state, bytes[index]) }
        }
        return (0..<GalleryLimits.sealBytes).map { UInt8(truncatingIfNeeded: state >> ($0 % 8 * 8)) }
    }

    private static func step(_ state: UInt64, _ byte: UInt8) -> UInt64 {
        let product = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        return product << 31 | product >> 33
    }
}

/// A cipher that does not work.
struct BrokenCipher: SegmentCipher {
    func seal(
        _ body: UnsafeRawBufferPointer, into space: UnsafeMutableRawBufferPointer, header: [UInt8]
    ) throws(SegmentCipherError) -> [UInt8] { throw .failed("no provider") }

    func open(
        _ body: UnsafeMutableRawBufferPointer, seal: [UInt8], header: [UInt8]
    ) throws(SegmentCipherError) { throw .failed("no provider") }
}
