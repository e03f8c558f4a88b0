/// The cyclic redundancy check of RFC 3720 (Castagnoli polynomial), eight bytes at a time.
///
/// Finds every error of up to 32 neighbouring bits; it is no protection against intent.
package struct CRC32C {
    private var state = UInt32.max

    package init() {}

    package var value: UInt32 { ~state }

    package mutating func add(_ bytes: [UInt8]) {
        var index = 0
        while index + 8 <= bytes.count {
            var low = state
            var high: UInt32 = 0
            for byte in 0..<4 {
                low ^= UInt32(bytes[index + byte]) << (8 * byte)
                high |= UInt32(bytes[index + 4 + byte]) << (8 * byte)
            }
            addWords(low, high)
            index += 8
        }
        for byte in bytes[index...] {
            state = (state >> 8) ^ Self.tables[Int((state ^ UInt32(byte)) & 0xFF)]
        }
    }

    /// Adds the eight bytes of a number, most significant first.
    package mutating func add(_ number: UInt64) {
        addWords(state ^ UInt32(truncatingIfNeeded: number.byteSwapped),
            UInt32(truncatingIfNeeded: number.byteSwapped >> 32))
    }

    private mutating func addWords(_ low: UInt32, _ high: UInt32) {
        var next: UInt32 = 0
        for byte in 0..<4 {
            next ^= Self.tables[(7 - byte) * 256 + Int((low >> (8 * byte)) & 0xFF)]
            next ^= Self.tables[(3 - byte) * 256 + Int((high >> (8 * byte)) & 0xFF)]
        }
        state = next
    }

    /// Eight tables of 256 entries: table `k` advances a byte over `k` more bytes.
    private static let tables: [UInt32] = {
        var tables = (0..<UInt32(256)).map { byte in
            (0..<8).reduce(byte) { remainder, _ in (remainder >> 1) ^ (remainder & 1 == 1 ? 0x82F6_3B78 : 0) }
        }
        for index in 256..<2_048 {
            let before = tables[index - 256]
            tables.append((before >> 8) ^ tables[Int(before & 0xFF)])
        }
        return tables
    }()
}
