import Glibc

/// Memory straight from the system, zero until written.
///
/// Pages cost nothing until they are touched. The memory goes back to the system with the last owner.
// SAFETY: the address is constant. What lies there is written only through `write`, by callers who say why nobody
// else looks at the place then; everything else is reading.
@safe
final class Region: @unchecked Sendable {
    private let start: UnsafeMutableRawPointer
    let byteCount: Int
    /// Whether the system was asked for huge pages and did not refuse.
    let asksForHugePages: Bool

    /// - Throws: the system's error number.
    init(bytes: Int, hugePages: Bool = false) throws(SystemError) {
        // SAFETY: a new mapping at an address of the system's choice touches no memory of ours.
        unsafe start = unsafe try Self.map(bytes)
        byteCount = bytes
        asksForHugePages = hugePages ? unsafe madvise(start, bytes, MADV_HUGEPAGE) == 0 : false
    }

    deinit {
        // SAFETY: mapped by us with this length; the last owner is gone, so nobody has a pointer into it.
        _ = unsafe munmap(start, byteCount)
    }

    private static func map(_ bytes: Int) throws(SystemError) -> UnsafeMutableRawPointer {
        let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
        // SAFETY: without MAP_FIXED the system never maps over what is there; failure is all bits set.
        let address = unsafe mmap(nil, max(bytes, 1), PROT_READ | PROT_WRITE, flags, -1, 0)
        guard let address = unsafe address, Int(bitPattern: address) != -1 else {
            throw SystemError(errno, while: "mapping memory")
        }
        return unsafe address
    }

    /// The place of an array of `count` values, to be read while the region is held.
    @inline(__always)
    func read<Value: BitwiseCopyable>(
        _ type: Value.Type, at offset: Int, count: Int
    ) -> UnsafePointer<Value> {
        precondition(offset >= 0 && count >= 0 && offset + count * MemoryLayout<Value>.stride <= byteCount)
        // SAFETY: in bounds as just checked; a place always holds values of the one type its layout says.
        return unsafe UnsafePointer((start + offset).bindMemory(to: Value.self, capacity: count))
    }

    /// The place of an array of `count` values that nobody else reads or writes now.
    @inline(__always)
    func write<Value: BitwiseCopyable>(
        _ type: Value.Type, at offset: Int, count: Int
    ) -> UnsafeMutablePointer<Value> {
        precondition(offset >= 0 && count >= 0)
        precondition(offset + count * MemoryLayout<Value>.stride <= byteCount)
        // SAFETY: in bounds as just checked; a place always holds values of the one type its layout says.
        return unsafe (start + offset).bindMemory(to: Value.self, capacity: count)
    }

    /// All of it from an offset on, which nobody else reads or writes now.
    func space(from offset: Int) -> UnsafeMutableRawBufferPointer {
        precondition(offset >= 0 && offset <= byteCount)
        // SAFETY: in bounds as just checked; the caller holds the region while it writes.
        return unsafe UnsafeMutableRawBufferPointer(start: start + offset, count: byteCount - offset)
    }

    /// All of it.
    var bytes: UnsafeRawBufferPointer {
        // SAFETY: the mapping has this length; the caller holds the region while it reads.
        unsafe UnsafeRawBufferPointer(start: start, count: byteCount)
    }
}
