import Glibc

/// Memory straight from the system: anonymous and zero until written, or a file mapped for reading.
///
/// Anonymous pages cost nothing until they are touched. The memory goes back to the system with the last owner.
// SAFETY: the address is constant. What lies there is written only through `write`, by callers who say why nobody
// else looks at the place then; everything else is reading.
@safe
final class Region: @unchecked Sendable {
    private let start: UnsafeMutableRawPointer
    let byteCount: Int
    let isWritable: Bool
    /// Whether the system was asked for huge pages and did not refuse.
    let asksForHugePages: Bool

    /// Anonymous memory.
    ///
    /// - Throws: the system's error number.
    init(bytes: Int, hugePages: Bool = false) throws(SystemError) {
        // SAFETY: a new mapping at an address of the system's choice touches no memory of ours.
        unsafe start = unsafe try Self.map(
            bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, descriptor: -1)
        (byteCount, isWritable) = (bytes, true)
        asksForHugePages = hugePages ? unsafe madvise(start, bytes, MADV_HUGEPAGE) == 0 : false
    }

    /// The first bytes of an open file, for reading, all of them read once. Truncating the file afterwards is
    /// forbidden: it would end the process that reads there, as does a disk that loses a page later.
    ///
    /// - Throws: the system's error number; `EIO` for a page that cannot be read.
    init(descriptor: Int32, bytes: Int) throws(SystemError) {
        // SAFETY: a new mapping at an address of the system's choice touches no memory of ours.
        unsafe start = unsafe try Self.map(bytes, PROT_READ, MAP_PRIVATE, descriptor: descriptor)
        (byteCount, isWritable) = (bytes, false)
        // Touched without this, a page that cannot be read would end the process. Linux before 5.14 does not know it.
        let isPopulated = unsafe madvise(start, bytes, Self.populateForReading) == 0 || errno == EINVAL
        let number = errno == EFAULT ? EIO : errno
        asksForHugePages = unsafe madvise(start, bytes, MADV_HUGEPAGE) == 0
        // The mapping is whole, so that what follows a throw may end it.
        guard isPopulated else { throw SystemError(number, while: "reading a mapped file") }
    }

    /// `MADV_POPULATE_READ`, which not every C library has a name for.
    private static let populateForReading: Int32 = 22

    deinit {
        // SAFETY: mapped by us with this length; the last owner is gone, so nobody has a pointer into it.
        _ = unsafe munmap(start, byteCount)
    }

    private static func map(
        _ bytes: Int, _ protection: Int32, _ flags: Int32, descriptor: Int32
    ) throws(SystemError) -> UnsafeMutableRawPointer {
        // SAFETY: without MAP_FIXED the system never maps over what is there; failure is all bits set.
        let address = unsafe mmap(nil, max(bytes, 1), protection, flags, descriptor, 0)
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
        precondition(isWritable && offset >= 0 && count >= 0)
        precondition(offset + count * MemoryLayout<Value>.stride <= byteCount)
        // SAFETY: in bounds as just checked; a place always holds values of the one type its layout says.
        return unsafe (start + offset).bindMemory(to: Value.self, capacity: count)
    }

    /// All of it.
    var bytes: UnsafeRawBufferPointer {
        // SAFETY: the mapping has this length; the caller holds the region while it reads.
        unsafe UnsafeRawBufferPointer(start: start, count: byteCount)
    }
}
