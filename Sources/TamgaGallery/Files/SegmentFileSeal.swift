/// The checksums of a file's bytes, computed anew: for tests of what is checked beyond them.
package enum SegmentFileSeal {
    /// Puts both checksums right; the bytes are a header's at least.
    package static func reseal(_ bytes: inout [UInt8]) {
        let header = SegmentFileHeader.byteCount
        // SAFETY: the slices lie within the bytes, and are read during the calls.
        unsafe bytes.withUnsafeMutableBytes { all in
            let body = unsafe Checksum.of(UnsafeRawBufferPointer(rebasing: all[header...]))
            unsafe all.storeBytes(of: body, toByteOffset: header - 16, as: UInt64.self)
            let sum = unsafe Checksum.of(UnsafeRawBufferPointer(rebasing: all[..<(header - 8)]))
            unsafe all.storeBytes(of: sum, toByteOffset: header - 8, as: UInt64.self)
        }
    }
}
