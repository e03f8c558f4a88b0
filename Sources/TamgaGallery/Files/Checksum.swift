/// A checksum of 64 bits for the headers that we wrote ourselves: it tells a damaged one from one of another key, and
/// keeps no attacker out.
///
/// Every step is a bijection: one changed byte always changes the sum.
struct Checksum {
    private static let prime: UInt64 = 0x9E37_79B1_85EB_CA87

    static func of(_ bytes: some Collection<UInt8>) -> UInt64 {
        let state = bytes.reduce(prime &* UInt64(bytes.count + 1)) { step($0, UInt64($1)) }
        return state ^ state >> 29
    }

    private static func step(_ state: UInt64, _ byte: UInt64) -> UInt64 {
        let product = (state ^ byte) &* prime
        return product << 29 | product >> 35
    }
}
