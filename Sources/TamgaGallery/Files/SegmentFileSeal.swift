/// The seal and the checksum of a file's bytes, computed anew: for tests of what is checked beyond them.
package enum SegmentFileSeal {
    /// Puts the seal of a cipher that does not change a body, and then the checksum of the header right; the bytes are
    /// a header's at least.
    package static func reseal(_ bytes: inout [UInt8], _ cipher: any SegmentCipher) throws(SegmentCipherError) {
        let front = SegmentFileHeader.frontBytes
        let body = Array(bytes[SegmentFileHeader.byteCount...])
        var space = body
        // SAFETY: both are held during the call, and equally long.
        let sealed = unsafe body.withUnsafeBytes { body in
            // SAFETY: as above.
            unsafe space.withUnsafeMutableBytes { space in
                // SAFETY: as above.
                Result { () throws(SegmentCipherError) in
                    // SAFETY: as above.
                    try unsafe cipher.seal(body, into: space, header: Array(bytes[..<front]))
                }
            }
        }
        bytes.replaceSubrange(front..<front + GalleryLimits.sealBytes, with: try sealed.get())
        resum(&bytes)
    }

    /// Puts the checksum of the header right.
    package static func resum(_ bytes: inout [UInt8]) {
        let end = SegmentFileHeader.byteCount - 8
        var sum = Checksum.of(bytes[..<end])
        // SAFETY: the bytes of a number, copied during the call.
        unsafe withUnsafeBytes(of: &sum) { unsafe bytes.replaceSubrange(end..<end + 8, with: $0) }
    }
}
