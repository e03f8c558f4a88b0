/// One allocation that columns are carved from, each at a multiple of 64 bytes; zero at first.
@safe
struct Arena {
    let base: UnsafeMutableRawPointer
    private let capacity: Int
    private var used = 0

    init(bytes: Int) {
        capacity = bytes
        // SAFETY: the whole of the allocation is set.
        unsafe base = .allocate(byteCount: bytes, alignment: 64)
        unsafe base.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    }

    mutating func floats(_ count: Int) -> Floats {
        // SAFETY: `take` gives memory of that size within the allocation; plain numbers need no more.
        unsafe Floats(take(4 * count).bindMemory(to: Float.self, capacity: count))
    }

    mutating func words(_ count: Int) -> Words {
        // SAFETY: as above.
        unsafe Words(take(4 * count).bindMemory(to: UInt32.self, capacity: count))
    }

    mutating func bytes(_ count: Int) -> Bytes {
        // SAFETY: as above.
        unsafe Bytes(take(count).bindMemory(to: UInt8.self, capacity: count))
    }

    mutating func signatures(_ count: Int) -> UnsafeMutablePointer<UInt64> {
        // SAFETY: as above.
        unsafe take(8 * count).bindMemory(to: UInt64.self, capacity: count)
    }

    private mutating func take(_ bytes: Int) -> UnsafeMutableRawPointer {
        defer { used += (bytes + 63) / 64 * 64 }
        precondition(used + bytes <= capacity, "an arena is asked for no more than it was made for")
        // SAFETY: checked above.
        return unsafe base + used
    }
}
