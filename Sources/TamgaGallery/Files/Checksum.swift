/// A checksum of 64 bits for what we wrote ourselves: it detects damage, not an attacker.
///
/// Eight lanes of words, each xored in, multiplied and rotated, so that a core keeps eight multiplications in flight
/// and reads at the speed of memory. Every step is a bijection of the lane: one changed word always changes the sum.
/// Bytes are taken as little-endian words: the same on every machine.
struct Checksum {
    private static let lanes = 8
    private static let prime: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let other: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        // SAFETY: every load lies in the buffer: whole stripes, then whole words, then the bytes that are left.
        var state = unsafe stripes(bytes)
        var offset = bytes.count / 64 * 64
        while offset + 8 <= bytes.count {
            state = step(state, unsafe word(bytes, offset))
            offset += 8
        }
        while offset < bytes.count {
            state = step(state, UInt64(unsafe bytes[offset]))
            offset += 1
        }
        state = step(state, UInt64(bytes.count))
        state = (state ^ state >> 33) &* prime
        return state ^ state >> 29
    }

    /// The lanes over all whole stripes of 64 bytes, put together.
    private static func stripes(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var (a, b, c, d) = (prime, prime &* 3, prime &* 5, prime &* 7)
        var (e, f, g, h) = (prime &* 9, prime &* 11, prime &* 13, prime &* 15)
        var offset = 0
        // SAFETY: the loop ends before the last whole stripe does.
        while offset + 64 <= bytes.count {
            a = step(a, unsafe word(bytes, offset))
            b = step(b, unsafe word(bytes, offset + 8))
            c = step(c, unsafe word(bytes, offset + 16))
            d = step(d, unsafe word(bytes, offset + 24))
            e = step(e, unsafe word(bytes, offset + 32))
            f = step(f, unsafe word(bytes, offset + 40))
            g = step(g, unsafe word(bytes, offset + 48))
            h = step(h, unsafe word(bytes, offset + 56))
            offset += 64
        }
        return [a, b, c, d, e, f, g, h].reduce(other) { step($0, $1) }
    }

    @inline(__always)
    private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let product = (lane ^ word) &* prime
        return product << 29 | product >> 35
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        // SAFETY: the callers keep the offset eight bytes before the end at least. Unchecked: a check a word would
        // halve the speed.
        unsafe UInt64(littleEndian: bytes.baseAddress.unsafelyUnwrapped.loadUnaligned(
            fromByteOffset: offset, as: UInt64.self))
    }
}
