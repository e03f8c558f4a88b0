import TamgaStore
import TamgaStoreSQLite
import Testing

@Suite struct CRC32CTests {
    /// RFC 3720, B.4, and the check value of the catalogue.
    @Test func givesThePublishedValues() {
        #expect(Self.value([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
        #expect(Self.value([UInt8](repeating: 255, count: 32)) == 0x62A8_AB43)
        #expect(Self.value(Array(0..<32)) == 0x46DD_794E)
        #expect(Self.value(Array((0..<32).reversed())) == 0x113F_DB5C)
        #expect(Self.value(Array("123456789".utf8)) == 0xE306_9283)
        #expect(Self.value([]) == 0)
    }

    /// Against one bit at a time, at every length around the eight bytes taken at once.
    @Test(arguments: 0...67)
    func agreesWithOneBitAtATime(_ count: Int) {
        var random = SplitMix64(state: UInt64(count))
        let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        #expect(Self.value(bytes) == Self.naive(bytes))
        let split = count / 3
        var parts = CRC32C()
        parts.add(Array(bytes[..<split]))
        parts.add(Array(bytes[split...]))
        #expect(parts.value == Self.naive(bytes))
    }

    @Test(arguments: [0, 1, 0x0102_0304_0506_0708, UInt64.max, 1 << 63])
    func takesANumberAsItsBytes(_ number: UInt64) {
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
        var check = CRC32C()
        check.add([7])
        check.add(number)
        #expect(check.value == Self.naive([7] + bytes))
    }

    @Test func seesEveryFlippedBit() {
        let bytes = Samples.records(1, count: 1, bytes: 60)[0].bytes
        let sound = Self.value(bytes)
        for bit in 0..<(bytes.count * 8) {
            var flipped = bytes
            flipped[bit / 8] ^= 1 << (bit % 8)
            #expect(Self.value(flipped) != sound)
        }
    }

    private static func value(_ bytes: [UInt8]) -> UInt32 {
        var check = CRC32C()
        check.add(bytes)
        return check.value
    }

    private static func naive(_ bytes: [UInt8]) -> UInt32 {
        var state = UInt32.max
        for byte in bytes {
            state ^= UInt32(byte)
            for _ in 0..<8 { state = state & 1 == 1 ? (state >> 1) ^ 0x82F6_3B78 : state >> 1 }
        }
        return ~state
    }
}
