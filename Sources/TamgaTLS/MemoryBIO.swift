internal import COpenSSL
internal import NIOCore

/// The first of three jobs, memory: an OpenSSL memory BIO, filled from and emptied into ByteBuffers.
///
/// Whoever fills it bounds it: it keeps the capacity of the most it ever held.
@safe final class MemoryBIO {
    /// The BIO, of which this object owns one reference.
    let handle: OpaquePointer

    /// An empty BIO that answers "try again" when read empty; nil when OpenSSL is out of memory.
    init?() {
        // SAFETY: a new BIO with one reference, given back in deinit.
        guard let handle = unsafe BIO_new(BIO_s_mem()) else { return nil }
        // SAFETY: owned from here on, freed in deinit.
        unsafe self.handle = handle
    }

    deinit {
        // SAFETY: gives back the one reference; an SSL that uses the BIO holds its own.
        _ = unsafe BIO_free(handle)
    }

    /// Bytes that can be taken.
    var pending: Int {
        // SAFETY: the BIO is alive as long as this object.
        unsafe BIO_ctrl_pending(handle)
    }

    /// Moves up to `limit` bytes out of `buffer` into the BIO; false when OpenSSL is out of memory.
    func fill(from buffer: inout ByteBuffer, limit: Int) -> Bool {
        let wanted = min(buffer.readableBytes, limit)
        // SAFETY: the bytes are readable for the length given during the call, and BIO_write copies them.
        let count = unsafe buffer.readWithUnsafeReadableBytes { bytes in
            guard let base = bytes.baseAddress, wanted > 0 else { return (0, 0) }
            // SAFETY: as above.
            let written = unsafe max(0, Int(BIO_write(handle, base, Int32(wanted))))
            return (written, written)
        }
        return count == wanted
    }

    /// Takes all that is pending as one buffer; nil when nothing is.
    func takeBytes(_ allocator: ByteBufferAllocator) -> ByteBuffer? {
        let count = pending
        guard count > 0 else { return nil }
        var buffer = allocator.buffer(capacity: count)
        // SAFETY: BIO_read writes at most the given length, which the buffer has room for.
        unsafe buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { space in
            // SAFETY: as above.
            unsafe max(0, Int(BIO_read(handle, space.baseAddress, Int32(count))))
        }
        return buffer
    }
}
